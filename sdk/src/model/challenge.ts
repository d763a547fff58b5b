import { Direction, Ground, Outcome } from "../generated/enums.ts";
import { gweiToWei } from "../units.ts";
import { points } from "./score.ts";

/** By so many levels the second median must differ. */
export const MARGIN = 2n;
const HIGHEST = 10n;

/** The rules that say what the challenge of a score costs, each in gwei. */
export type ChallengeRule = "ChallengeFee" | "ChallengeBond" | "ChallengeBondPerPoint";

/** Whether two levels are left in that direction. */
export function canWin(direction: number, level: bigint): boolean {
  return direction === Direction.Up ? level + MARGIN <= HIGHEST : level >= MARGIN;
}

/** Upward, only what makes a work worth more is a ground. */
export function isGroundFor(direction: number, ground: number): boolean {
  return direction === Direction.Down || isAboutValue(ground);
}

/** Upheld on such a ground, the second median stands; on any other the level is 0. */
export function isAboutValue(ground: number): boolean {
  return ground === Ground.Value || ground === Ground.Conflict;
}

/**
 * Fee and bond in wei; an upward challenge puts in a part for each point that it wins at least. Who is about to challenge reckons
 * it here: a node that is asked `Disputes.priceOf` knows which work is meant.
 * @param rule A rule of the version that the work has
 */
export function challengePrice(
  rule: (name: ChallengeRule) => bigint,
  direction: number,
  level: bigint,
): { fee: bigint; bond: bigint } {
  const extra = direction === Direction.Up ? rule("ChallengeBondPerPoint") * points(level + MARGIN) : 0n;
  return { fee: gweiToWei(rule("ChallengeFee")), bond: gweiToWei(rule("ChallengeBond") + extra) };
}

/** What a challenge came to, and the level that stands. @param second The second median; nothing without a quorum. */
export function resolveChallenge(
  direction: number,
  ground: number,
  first: bigint,
  second: bigint | undefined,
): { outcome: Outcome; level: bigint } {
  if (second === undefined) return { outcome: Outcome.Inconclusive, level: first };
  const away = direction === Direction.Up ? second - first : first - second;
  if (away < MARGIN) return { outcome: Outcome.Dismissed, level: first };
  return { outcome: Outcome.Upheld, level: isAboutValue(ground) ? second : 0n };
}
