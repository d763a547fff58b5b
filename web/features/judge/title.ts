import type { Strings } from "#strings/index.ts";
import type { Duty } from "./model/duties.ts";

/** What a work is called in a sentence. */
export function dutyTitle({ contribution: { title, number } }: Duty, common: Strings["common"]): string {
  return title ?? common.untitled(number);
}
