import { ruleUnits } from "@azora/sdk";
import { formatUnits, parseUnits } from "viem";
import type { Protocol } from "#lib/api/types.ts";
import { sayRule } from "#lib/format/rule.ts";
import type { Strings } from "#strings/index.ts";
import type { RuleName } from "./draft.ts";

/** A rule as the index has it. */
export type RuleState = Protocol["rules"][number];

/** The unit in which people say a rule, and how many of the chain's decimals that leaves. */
export type SpokenUnit = "ETH" | "AZR" | "%" | "seconds" | "blocks" | "";

const SPOKEN = {
  gwei: { unit: "ETH", decimals: 9 },
  microAzr: { unit: "AZR", decimals: 6 },
  ppm: { unit: "%", decimals: 4 },
  seconds: { unit: "seconds", decimals: 0 },
  blocks: { unit: "blocks", decimals: 0 },
  count: { unit: "", decimals: 0 },
} as const satisfies Record<string, { unit: SpokenUnit; decimals: number }>;

const spokenOf = (rule: RuleName) => SPOKEN[ruleUnits[rule]];

export const unitOf = (rule: RuleName): SpokenUnit => spokenOf(rule).unit;

/** A rule's number as the chain takes it; undefined for what is none. */
export function readRule(rule: RuleName, text: string): bigint | undefined {
  const typed = text.trim();
  const [, fraction = ""] = /^\d+(?:\.(\d+))?$/.exec(typed) ?? [];
  const { decimals } = spokenOf(rule);
  if (!/^\d+(\.\d+)?$/.test(typed) || fraction.length > decimals) return undefined;
  return parseUnits(typed, decimals);
}

/** As it would be typed. */
export const writeRule = (rule: RuleName, value: bigint): string =>
  formatUnits(value, spokenOf(rule).decimals);

/** What a rule is now, and between what it may move, as people say it. */
export function spanOf(
  { name, value, min, max }: RuleState,
  t: Strings,
): { value: string; min: string; max: string } {
  const say = (number: string) => sayRule(name, BigInt(number), t);
  return { value: say(value), min: say(min), max: say(max) };
}
