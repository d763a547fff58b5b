import { type Hex, keccak256 } from "viem";
import { hashInner } from "./leaf.ts";

/** The head of a ledger without leaves. */
export const EMPTY_ROOT: Hex = keccak256("0x");

/** The RFC's tree head from the peaks of the mountain range, highest first: folded from right to left. */
export function rootFromPeaks(peaks: readonly Hex[]): Hex {
  return peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((head, peak) => hashInner(peak, head));
}

/** How many peaks a ledger of this size has: one for each set bit. */
export function peakCount(size: bigint): number {
  let count = 0;
  for (let rest = size; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}
