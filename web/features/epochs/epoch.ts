import type { Epoch, Protocol } from "#lib/api/types.ts";
import { formatPercent } from "#lib/format/percent.ts";

const MICRO_AZR = 10n ** 12n;

export type EpochState = "open" | "over" | "sealable" | "sealed";

/** How far an epoch is, as of a time by the chain's clock. */
export function stateOf({ end, sealableAt, isSealed }: Epoch, now: number): EpochState {
  if (isSealed) return "sealed";
  if (now < end) return "open";
  return now < sealableAt ? "over" : "sealable";
}

/** The most that a point earns, by the present rules, in wei. */
export function priceCapOf({ rules }: Pick<Protocol, "rules">): bigint {
  const cap = rules.find(({ name }) => name === "PointPriceCap");
  return BigInt(cap?.value ?? 0) * MICRO_AZR;
}

/** How much of its budget an epoch took: a part of one, and in words. */
export function shareOfBudget(minted: bigint, budget: bigint): { part: number; text: string } {
  if (budget === 0n) return { part: 0, text: "0%" };
  const part = Number((minted * 1_000_000n) / budget) / 1e6;
  return { part, text: formatPercent(part) };
}
