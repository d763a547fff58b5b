import type { Protocol } from "#lib/api/types.ts";

const STEPS = 1_000_000n;

/** A part of a whole, from 0 to 1. */
export function partOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * STEPS) / whole) / Number(STEPS);
}

/** Works that something is still to happen to. */
export function worksUnderWay(phases: Protocol["phases"]): number {
  const { Armed = 0, Voting = 0, Scored = 0, Accepted = 0 } = phases;
  return Armed + Voting + Scored + Accepted;
}
