import { Emission } from "../generated/constants.ts";

/** What an epoch may mint at most, in wei: halved every 208 epochs. */
export function budget(epoch: bigint): bigint {
  return Emission.FIRST_BUDGET / 2n ** (epoch / Emission.HALVING);
}

/** What a point is worth in an epoch, in wei: an even share of the budget, up to the price cap. */
export function rate(epoch: bigint, pointsOfEpoch: bigint, priceCap: bigint): bigint {
  if (pointsOfEpoch === 0n) return priceCap;
  return min(budget(epoch) / pointsOfEpoch, priceCap);
}

/** An epoch with the points that it has collected. */
export interface EpochPoints {
  readonly epoch: bigint;
  readonly points: bigint;
}

/**
 * What a point of one work is worth. A work that was finalized too late for the epoch of its window is paid in another, at
 * the lower of the two rates, so that waiting never pays; its own points would have lowered that of the epoch it missed.
 */
export function settlementRate(
  points: bigint,
  joined: EpochPoints,
  missed: EpochPoints | undefined,
  priceCap: bigint,
): bigint {
  const present = rate(joined.epoch, joined.points, priceCap);
  return missed === undefined ? present : min(present, rate(missed.epoch, missed.points + points, priceCap));
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
