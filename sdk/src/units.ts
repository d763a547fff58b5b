import { formatUnits } from "viem";
import { RulesLib } from "./generated/constants.ts";
import type { Rule } from "./generated/enums.ts";

/** What the number of a rule counts; see contracts/types/Rules.sol. */
export type RuleUnit = "gwei" | "microAzr" | "ppm" | "seconds" | "blocks" | "count";

export const ruleUnits = {
  RegistrationBond: "gwei",
  Load: "count",
  PanelLimit: "count",
  ArmingDelay: "blocks",
  MaxUpstream: "ppm",
  CommitWindow: "seconds",
  RevealWindow: "seconds",
  ChallengeWindow: "seconds",
  CritiqueGrace: "seconds",
  SealDelay: "seconds",
  PointPriceCap: "microAzr",
  ReviewStipend: "microAzr",
  SeatThreshold: "microAzr",
  SeatBond: "gwei",
  CitadelCap: "ppm",
  LinkDelay: "seconds",
  AttestorDelay: "seconds",
  AttestorThreshold: "count",
  CriticFlags: "count",
  SlashReward: "ppm",
  SlashNoCommit: "ppm",
  SlashNoReveal: "ppm",
  SlashLeak: "ppm",
  SlashOutlier: "ppm",
  ChallengeFee: "gwei",
  ChallengeBond: "gwei",
  ChallengeBondPerPoint: "gwei",
} as const satisfies Record<keyof typeof Rule, RuleUnit>;

const SPANS = [
  ["day", 86_400n],
  ["hour", 3_600n],
  ["minute", 60n],
  ["second", 1n],
] as const;

export const gweiToWei = (gwei: bigint): bigint => gwei * RulesLib.GWEI_TO_WEI;
export const microAzrToWei = (microAzr: bigint): bigint => microAzr * RulesLib.MICRO_AZR_TO_WEI;

/** `1,234,567.5`: exact, never rounded. */
export function formatAmount(units: bigint, decimals: number): string {
  const [whole = "", ...fraction] = formatUnits(units, decimals).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

const DECIMALS = 18;

export const formatAzr = (wei: bigint): string => `${formatAmount(wei, DECIMALS)} AZR`;
/** Voice, whose unit is a wei of AZR earned. */
export const formatVoice = (units: bigint): string => formatAmount(units, DECIMALS);
export const formatEth = (wei: bigint): string => `${formatAmount(wei, DECIMALS)} ETH`;

/** `30%`, `0.01%`. */
export const formatPpm = (ppm: bigint): string => `${formatUnits(ppm, 4)}%`;

/** `2 days`, `1 hour 30 minutes`. */
export function formatSeconds(seconds: bigint): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [name, length] of SPANS) {
    const count = rest / length;
    rest %= length;
    if (count > 0n) parts.push(`${count} ${name}${count === 1n ? "" : "s"}`);
  }
  return parts.join(" ") || "0 seconds";
}

/** A rule's value as people say it. */
export function formatRule(rule: keyof typeof Rule, value: bigint): string {
  switch (ruleUnits[rule]) {
    case "gwei":
      return formatEth(gweiToWei(value));
    case "microAzr":
      return formatAzr(microAzrToWei(value));
    case "ppm":
      return formatPpm(value);
    case "seconds":
      return formatSeconds(value);
    case "blocks":
      return `${formatAmount(value, 0)} block${value === 1n ? "" : "s"}`;
    case "count":
      return formatAmount(value, 0);
  }
}

/** `0x1234…abcd`. */
export const short = (hex: string): string =>
  hex.length <= 13 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;

/** `2026-11-23 05:20:11 UTC`, from seconds since 1970. */
export function formatTime(seconds: bigint | number): string {
  const date = new Date(Number(seconds) * 1_000);
  // Beyond what a calendar knows, such as the greatest uint256 for a deadline that never comes.
  if (Number.isNaN(date.getTime())) return `second ${seconds}`;
  return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
