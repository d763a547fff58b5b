import { challenge, feeShare } from "@azora/indexer/schema";
import { asc } from "drizzle-orm";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { isOneOf, reading, readOne, type Several } from "../../database/reading.ts";
import {
  checksum,
  directionName,
  groundName,
  orNull,
  outcomeName,
  toSeconds,
  wei,
} from "../../http/format.ts";
import type { challengeSchema } from "./challengeSchema.ts";
import { groupBy } from "./groupBy.ts";

export type Challenge = z.infer<typeof challengeSchema>;
export type FeeShare = Challenge["shared"][number];

/** The challenge of each of these works that has one. */
export const challengesOf = (db: Builder, works: Several) =>
  reading(
    [
      db.select().from(challenge).where(isOneOf(challenge.contribution, works)),
      db
        .select()
        .from(feeShare)
        .where(isOneOf(feeShare.contribution, works))
        .orderBy(asc(feeShare.round), asc(feeShare.validator)),
    ],
    (rows, shares) => {
      const shared = groupBy(shares, ({ contribution }) => contribution, toShare);
      return new Map(
        rows.map((row) => [row.contribution, toChallenge(row, shared.get(row.contribution) ?? [])]),
      );
    },
  );

export const readChallenges = readOne(["works"], (db, { works }) => challengesOf(db, works));

function toChallenge(row: typeof challenge.$inferSelect, shared: FeeShare[]): Challenge {
  return {
    challenger: checksum(row.challenger),
    flagged: row.flagged,
    direction: directionName(row.direction),
    ground: groundName(row.ground),
    outcome: outcomeName(row.outcome),
    reasonHash: row.reasonHash,
    firstRound: row.firstRound,
    firstLevel: row.firstLevel,
    lastRound: row.lastRound,
    secondLevel: row.secondLevel,
    fee: wei(row.fee),
    bond: wei(row.bond),
    bondTo: orNull(row.bondTo, checksum),
    counted: row.counted,
    share: orNull(row.share, wei),
    shared,
    challengedAt: toSeconds(row.challengedAt),
    tx: row.tx,
    resolvedAt: orNull(row.resolvedAt, toSeconds),
  };
}

function toShare({ round, validator, amount }: typeof feeShare.$inferSelect): FeeShare {
  return { round, validator: checksum(validator), amount: wei(amount) };
}
