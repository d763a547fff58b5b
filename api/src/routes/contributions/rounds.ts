import { ballot, round } from "@azora/indexer/schema";
import { model } from "@azora/sdk";
import { asc, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { type Reading, reading } from "../../database/reading.ts";
import { checksum, orNull, rearmReasonName, toSeconds } from "../../http/format.ts";
import { groupBy } from "./groupBy.ts";
import type { contributionDetailSchema } from "./schema.ts";

export type Round = z.infer<typeof contributionDetailSchema>["rounds"][number];
export type Ballot = Round["ballots"][number];

/** A round without its panel. */
export type BareRound = Omit<Round, "ballots"> & { contribution: Hex };

/** Every round of each of these works. */
export const bareRoundsOf = (db: Db, works: readonly Hex[]) =>
  reading([selectRounds(db, works)], (rows) => groupBy(rows, (row) => row.contribution, toRound));

/** The panels of these works' rounds, with their votes, each by {@link panelKey}. */
export const panelsOf = (db: Db, works: readonly Hex[]) =>
  reading([selectBallots(db, works)], (rows) => groupBy(rows, panelKey, toBallot));

export const panelKey = ({ contribution, round }: Pick<BareRound, "contribution" | "round">): string =>
  `${contribution} ${round}`;

/** Every round of a work, with its panel and votes. */
export const roundsOf = (db: Db, work: Hex): Reading<Round[]> =>
  reading([selectRounds(db, [work]), selectBallots(db, [work])], (rounds, ballots) => {
    const panels = groupBy(ballots, panelKey, toBallot);
    return rounds.map(toRound).map(({ contribution, ...each }) => ({
      ...each,
      ballots: panels.get(panelKey({ contribution, round: each.round })) ?? [],
    }));
  });

const selectRounds = (db: Db, works: readonly Hex[]) =>
  db
    .select()
    .from(round)
    .where(inArray(round.contribution, [...works]))
    .orderBy(asc(round.round));

const selectBallots = (db: Db, works: readonly Hex[]) =>
  db
    .select()
    .from(ballot)
    .where(inArray(ballot.contribution, [...works]))
    .orderBy(asc(ballot.position));

function toRound(row: typeof round.$inferSelect): BareRound {
  return {
    contribution: row.contribution,
    round: row.round,
    armedAt: Number(row.armedAt),
    drawBlock: Number(row.drawBlock),
    rearmReason: orNull(row.rearmReason, rearmReasonName),
    drawnAt: orNull(row.drawnAt, toSeconds),
    commitEnd: orNull(row.commitEnd, toSeconds),
    revealEnd: orNull(row.revealEnd, toSeconds),
    scoredAt: orNull(row.scoredAt, toSeconds),
    level: row.level,
    votes: orNull(row.votes, (votes) => model.unpackVotes(votes).map(Number)),
    panelSize: row.panelSize,
  };
}

function toBallot(row: typeof ballot.$inferSelect): Ballot {
  return {
    validator: checksum(row.validator),
    position: row.position,
    seat: row.seat,
    commitment: row.commitment,
    committedAt: orNull(row.committedAt, toSeconds),
    level: row.level,
    rationaleHash: row.rationaleHash,
    revealedAt: orNull(row.revealedAt, toSeconds),
    leakedAt: orNull(row.leakedAt, toSeconds),
  };
}
