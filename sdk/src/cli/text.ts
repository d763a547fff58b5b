import { readFileSync } from "node:fs";
import path from "node:path";
import type { App } from "./app.ts";
import { UsageError } from "./exit.ts";

/** What was typed, or with @ the text of a file. @param option Named in what is said of a text that is missing. */
export function textOf({ cwd }: App, option: string, given: string): string {
  const text = given.startsWith("@") ? readText(path.resolve(cwd, given.slice(1)), option) : given;
  if (text.trim() === "") throw new UsageError(`${option} is empty.`);
  return text;
}

function readText(file: string, option: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new UsageError(`${option}: the file ${file} cannot be read.`, { cause });
  }
}

/** One of some words, in any case. */
export function wordOf<word extends string>(option: string, given: string, words: readonly word[]): word {
  const found = words.find((word) => word.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  const list = words.map((word) => word.toLowerCase());
  throw new UsageError(
    `${option} must be ${list.slice(0, -1).join(", ")} or ${list.at(-1)}; it is "${given}".`,
  );
}
