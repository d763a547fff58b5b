import { ballot, round } from "@azora/indexer/schema";
import { model } from "@azora/sdk";
import { asc, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, orNull, rearmReasonName, toSeconds } from "../../http/format.ts";
import { groupBy } from "./groupBy.ts";
import type { contributionDetailSchema } from "./schema.ts";

export type Round = z.infer<typeof contributionDetailSchema>["rounds"][number];
export type Ballot = Round["ballots"][number];

/** Every round of each of these works, with its panel and votes. */
export async function readRounds(db: Db, works: readonly Hex[]): Promise<Map<Hex, Round[]>> {
  const rows = await db
    .select()
    .from(round)
    .where(inArray(round.contribution, [...works]))
    .orderBy(asc(round.round));
  const ballots = await db
    .select()
    .from(ballot)
    .where(inArray(ballot.contribution, [...works]))
    .orderBy(asc(ballot.position));
  const panels = groupBy(ballots, ({ contribution, round }) => `${contribution} ${round}`, toBallot);
  return groupBy(
    rows,
    (row) => row.contribution,
    (row) => toRound(row, panels.get(`${row.contribution} ${row.round}`) ?? []),
  );
}

function toRound(row: typeof round.$inferSelect, ballots: Ballot[]): Round {
  return {
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
    ballots,
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
