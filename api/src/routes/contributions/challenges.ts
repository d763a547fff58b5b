import { challenge, feeShare } from "@azora/indexer/schema";
import { asc, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { reading } from "../../database/reading.ts";
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
export const challengesOf = (db: Db, works: readonly Hex[]) =>
  reading(
    [
      db
        .select()
        .from(challenge)
        .where(inArray(challenge.contribution, [...works])),
      db
        .select()
        .from(feeShare)
        .where(inArray(feeShare.contribution, [...works]))
        .orderBy(asc(feeShare.round), asc(feeShare.validator)),
    ],
    (rows, shares) => {
      const shared = groupBy(shares, ({ contribution }) => contribution, toShare);
      return new Map(
        rows.map((row) => [row.contribution, toChallenge(row, shared.get(row.contribution) ?? [])]),
      );
    },
  );

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
