import type { Rule } from "#lib/api/types.ts";

export type RuleName = Rule["name"];

/** In the order in which people meet them. */
export const GROUPS = {
  registration: ["RegistrationBond", "Load", "MaxUpstream", "ArmingDelay", "PanelLimit"],
  rounds: ["CommitWindow", "RevealWindow", "ChallengeWindow", "CritiqueGrace", "SealDelay"],
  prices: ["PointPriceCap", "ReviewStipend", "SeatThreshold", "SeatBond"],
  commons: ["CitadelCap"],
  people: ["LinkDelay", "AttestorDelay", "AttestorThreshold", "CriticFlags"],
  challenges: ["ChallengeFee", "ChallengeBond", "ChallengeBondPerPoint"],
  faults: ["SlashNoCommit", "SlashNoReveal", "SlashLeak", "SlashOutlier", "SlashReward"],
} as const satisfies Readonly<Record<string, readonly RuleName[]>>;

export type Group = keyof typeof GROUPS;

/**
 * Where a value is between its bounds, from 0 to 1, by its size: bounds lie orders of magnitude apart, and most values near
 * one of them.
 */
export function positionOf({ value, min, max }: Pick<Rule, "value" | "min" | "max">): number {
  const [at, low, high] = [value, min, max].map((each) => Math.log1p(Number(each))) as [
    number,
    number,
    number,
  ];
  return high === low ? 1 : (at - low) / (high - low);
}
