import type { ContributionDetail, Round } from "#lib/api/types.ts";

export const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Points of a level: one level up is twice as many. */
export function pointsOf(level: number): number {
  return level === 0 ? 0 : 2 ** (level - 1);
}

export interface Bin<Vote> {
  level: number;
  votes: Vote[];
}

/** The votes by level, every level from 0 to 10 included. */
export function binVotes<Vote extends { level: number | null }>(votes: readonly Vote[]): Bin<Vote>[] {
  return LEVELS.map((level) => ({ level, votes: votes.filter((vote) => vote.level === level) }));
}

/**
 * The round whose votes are shown as the score: that of the panel whose level stands, or the latest while nothing is decided.
 * @param drawn Rounds whose panel was drawn, the latest first.
 */
export function standingOf(
  { scoredRound, challenge }: Pick<ContributionDetail, "scoredRound" | "challenge">,
  drawn: readonly Round[],
): Round | undefined {
  const [latest] = drawn;
  if (challenge?.outcome === "Pending") return latest;
  return drawn.find(({ round }) => round === scoredRound) ?? latest;
}
