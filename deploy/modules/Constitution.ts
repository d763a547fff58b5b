import { type Parameters, RULES } from "../parameters.ts";
import type { Deployable } from "./place.ts";

/** First values and hard bounds, in the order of the enum `Rule`, and the hash of the articles. */
export function constitution({ rules, articles }: Parameters): Deployable {
  const column = (field: "value" | "min" | "max") => RULES.map((rule) => rules[rule][field]);
  return { name: "Constitution", args: [column("value"), column("min"), column("max"), articles] };
}
