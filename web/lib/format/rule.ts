import { formatRule, type ruleNames, ruleUnits } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";

type RuleName = (typeof ruleNames)[number];

const SPANS = [
  ["day", 86_400n],
  ["hour", 3_600n],
  ["minute", 60n],
  ["second", 1n],
] as const;

/** A rule's value as people say it in their language. */
export function sayRule(rule: RuleName, value: bigint, t: Strings): string {
  switch (ruleUnits[rule]) {
    case "seconds":
      return saySpan(value, t);
    case "blocks":
      return t.common.blocks(Number(value));
    default:
      return formatRule(rule, value);
  }
}

/** `1 hour 30 minutes`, exactly. */
export function saySpan(seconds: bigint, { language: { tag } }: Strings): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [unit, length] of SPANS) {
    const count = rest / length;
    rest %= length;
    const format = new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" });
    if (count > 0n || (unit === "second" && parts.length === 0)) parts.push(format.format(count));
  }
  return parts.join(" ");
}
