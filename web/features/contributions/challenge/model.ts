import { Direction, directionNames, Ground, groundNames, model } from "@azora/sdk";
import type { ContributionDetail } from "#lib/api/types.ts";

export type DirectionName = (typeof directionNames)[number];
export type GroundName = (typeof groundNames)[number];

/** The directions in which a level can be two levels off. */
export const directionsOf = (level: number): DirectionName[] =>
  directionNames.filter((name) => model.canWin(Direction[name], BigInt(level)));

/** What is wrong with a work can only lower its level; its value or its panel can do both. */
export const groundsOf = (direction: DirectionName): GroundName[] =>
  groundNames.filter((name) => model.isGroundFor(Direction[direction], Ground[name]));

/** Whether its level becomes 0 if a challenge on this ground is upheld. */
export const meansZero = (ground: GroundName): boolean => !model.isAboutValue(Ground[ground]);

/** What to say of a challenge's outcome: upheld on some grounds, it is not the second panel's level that stands. */
export const endOf = ({
  outcome,
  ground,
}: Pick<NonNullable<ContributionDetail["challenge"]>, "outcome" | "ground">) =>
  outcome === "Upheld" && meansZero(ground) ? "Worthless" : outcome;

/** The ground on which an upheld challenge made a work worth nothing, whatever its panel gave it. */
export const zeroedBy = ({ challenge }: Pick<ContributionDetail, "challenge">): GroundName | undefined =>
  challenge !== null && endOf(challenge) === "Worthless" ? challenge.ground : undefined;

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
