import { slash, stint, validator } from "@azora/indexer/schema";
import { desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, faultName, orNull, toSeconds, wei } from "../../http/format.ts";
import type { accountSchema } from "./schema.ts";

export type AccountJudge = NonNullable<z.infer<typeof accountSchema>["judge"]>;

/** The latest of each that are shown with an account. */
const LATEST = 20;

/** An account as a judge; nothing for one that was neither named nor ever sat. */
export async function readJudge(db: Db, address: Address): Promise<AccountJudge | null> {
  const [row] = await db.select().from(validator).where(eq(validator.account, address));
  if (row === undefined) return null;
  const { seat, drawn, committed, revealed, barredUntil } = row;
  return {
    seat,
    drawn,
    committed,
    revealed,
    barredUntil: barredUntil === 0n ? null : toSeconds(barredUntil),
    stints: await readStints(db, address),
    slashes: await readSlashes(db, address),
  };
}

async function readStints(db: Db, address: Address): Promise<AccountJudge["stints"]> {
  const rows = await db
    .select()
    .from(stint)
    .where(eq(stint.account, address))
    .orderBy(desc(stint.number))
    .limit(LATEST);
  return rows.map((row) => ({
    number: row.number,
    deposited: wei(row.deposited),
    bond: wei(row.bond),
    seatedAt: toSeconds(row.seatedAt),
    endedAt: orNull(row.endedAt, toSeconds),
    endedBy: orNull(row.endedBy, checksum),
    reasonHash: row.reasonHash,
    unlocksAt: orNull(row.unlocksAt, toSeconds),
  }));
}

async function readSlashes(db: Db, address: Address): Promise<AccountJudge["slashes"]> {
  const rows = await db
    .select()
    .from(slash)
    .where(eq(slash.account, address))
    .orderBy(desc(slash.block), desc(slash.contribution), desc(slash.round))
    .limit(LATEST);
  return rows.map((row) => ({
    contribution: row.contribution,
    round: row.round,
    stint: row.stint,
    fault: faultName(row.fault),
    amount: wei(row.amount),
    reward: wei(row.reward),
    prover: checksum(row.prover),
    timestamp: toSeconds(row.timestamp),
    tx: row.tx,
  }));
}
