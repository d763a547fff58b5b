import { slash, stint, validator } from "@azora/indexer/schema";
import { desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { type Given, type Reading, reading } from "../../database/reading.ts";
import { checksum, faultName, orNull, toSeconds, wei } from "../../http/format.ts";
import type { accountSchema } from "./schema.ts";

export type AccountJudge = NonNullable<z.infer<typeof accountSchema>["judge"]>;

/** The latest of each that are shown with an account. */
const LATEST = 20;

/** An account as a judge; nothing for one that was neither named nor ever sat. */
export const judgeOf = (db: Builder, address: Given<Address>): Reading<AccountJudge | null> =>
  reading(
    [
      db.select().from(validator).where(eq(validator.account, address)),
      db.select().from(stint).where(eq(stint.account, address)).orderBy(desc(stint.number)).limit(LATEST),
      db
        .select()
        .from(slash)
        .where(eq(slash.account, address))
        .orderBy(desc(slash.block), desc(slash.contribution), desc(slash.round))
        .limit(LATEST),
    ],
    ([row], stints, slashes) => {
      if (row === undefined) return null;
      const { seat, drawn, committed, revealed, barredUntil } = row;
      return {
        seat,
        drawn,
        committed,
        revealed,
        barredUntil: barredUntil === 0n ? null : toSeconds(barredUntil),
        stints: stints.map(toStint),
        slashes: slashes.map(toSlash),
      };
    },
  );

const toStint = (row: typeof stint.$inferSelect): AccountJudge["stints"][number] => ({
  number: row.number,
  deposited: wei(row.deposited),
  bond: wei(row.bond),
  seatedAt: toSeconds(row.seatedAt),
  endedAt: orNull(row.endedAt, toSeconds),
  endedBy: orNull(row.endedBy, checksum),
  reasonHash: row.reasonHash,
  unlocksAt: orNull(row.unlocksAt, toSeconds),
});

const toSlash = (row: typeof slash.$inferSelect): AccountJudge["slashes"][number] => ({
  contribution: row.contribution,
  round: row.round,
  stint: row.stint,
  fault: faultName(row.fault),
  amount: wei(row.amount),
  reward: wei(row.reward),
  prover: checksum(row.prover),
  timestamp: toSeconds(row.timestamp),
  tx: row.tx,
});
