import { ballot, round } from "@azora/indexer/schema";
import { model } from "@azora/sdk";
import { asc, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, orNull, rearmReasonName, toSeconds } from "../../http/format.ts";
import type { contributionDetailSchema } from "./schema.ts";

type Round = z.infer<typeof contributionDetailSchema>["rounds"][number];
type Ballot = Round["ballots"][number];

/** Every round of a work with its panel and votes. */
export async function readRounds(db: Db, id: Hex): Promise<Round[]> {
  const rows = await db.select().from(round).where(eq(round.contribution, id)).orderBy(asc(round.round));
  const ballots = await db
    .select()
    .from(ballot)
    .where(eq(ballot.contribution, id))
    .orderBy(asc(ballot.round), asc(ballot.position));
  return rows.map((row) => ({
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
    ballots: ballots.filter((each) => each.round === row.round).map(toBallot),
  }));
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
  };
}
