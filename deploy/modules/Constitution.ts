import { zeroAddress } from "viem";
import { type Parameters, RULES } from "../parameters.ts";
import type { Deployable } from "./place.ts";

/** First values and hard bounds, in the order of the enum `Rule`, the hash of the articles, and the first guardian. */
export function constitution({ rules, articles, guardian }: Parameters): Deployable {
  const column = (field: "value" | "min" | "max") => RULES.map((rule) => rules[rule][field]);
  const args = [column("value"), column("min"), column("max"), articles, guardian ?? zeroAddress];
  return { name: "Constitution", args };
}
