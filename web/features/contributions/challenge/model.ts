import { Direction, directionNames, Ground, groundNames } from "@azora/sdk";
import type { ContributionDetail } from "#lib/api/types.ts";

export type DirectionName = (typeof directionNames)[number];
export type GroundName = (typeof groundNames)[number];

const TOP = 10;
/** A challenge wins by two levels or more, so it must have room for them. */
const LEAST = 2;

/** The directions in which a level can be two levels off. */
export function directionsOf(level: number): DirectionName[] {
  const room: Record<DirectionName, number> = { Up: TOP - level, Down: level };
  return directionNames.filter((name) => room[name] >= LEAST);
}

/** What is wrong with a work can only lower its level; its value or its panel can do both. */
export function groundsOf(direction: DirectionName): GroundName[] {
  return direction === "Down" ? [...groundNames] : ["Value", "Conflict"];
}

/** Upheld, these mean level 0. */
export const meansZero = (ground: GroundName): boolean =>
  ground === "Attribution" || ground === "Plagiarism" || ground === "Constitution";

/** What can be done about a judgement now: challenge it, open it again, or nothing. */
export function actOn(work: ContributionDetail, now: number): "challenge" | "reopen" | undefined {
  if (work.phase === "Void") return "reopen";
  const { phase, challenge, challengeEnd, level } = work;
  if (phase !== "Scored" || challenge !== null || level === null || challengeEnd === null) return undefined;
  return now < challengeEnd && directionsOf(level).length > 0 ? "challenge" : undefined;
}

export const numbersOf = (direction: DirectionName, ground: GroundName) => ({
  direction: Direction[direction],
  ground: Ground[ground],
});
