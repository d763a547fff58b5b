import { fundEpoch, fundGrant, holding, stipend } from "@azora/indexer/schema";
import type { Deployment } from "@azora/sdk";
import { asc, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, toSeconds, wei } from "../../http/format.ts";
import { requireTotals } from "../protocol/clock.ts";
import type { commonsSchema } from "./schema.ts";

export type Commons = z.infer<typeof commonsSchema>;

const LATEST = 20;

/** What the fund holds, what it may spend, and what it spent last. */
export async function readCommons(db: Db, { addresses }: Deployment): Promise<Commons> {
  const [fund] = await db.select().from(holding).where(eq(holding.account, addresses.citadelFund));
  const totals = await requireTotals(db);
  return {
    azr: wei(fund?.balance ?? 0n),
    ether: wei(totals.citadelEther),
    epochs: await readEpochs(db),
    grants: await readGrants(db),
    stipends: await readStipends(db),
  };
}

async function readEpochs(db: Db): Promise<Commons["epochs"]> {
  const rows = await db
    .select()
    .from(fundEpoch)
    .orderBy(desc(fundEpoch.epoch), asc(fundEpoch.token))
    .limit(LATEST);
  return rows.map((row) => ({
    token: checksum(row.token),
    epoch: row.epoch,
    opening: wei(row.opening),
    granted: wei(row.granted),
    stipends: wei(row.stipends),
    fees: wei(row.fees),
    openedAt: toSeconds(row.openedAt),
  }));
}

/** Ids of events grow with time. */
async function readGrants(db: Db): Promise<Commons["grants"]> {
  const rows = await db.select().from(fundGrant).orderBy(desc(fundGrant.id)).limit(LATEST);
  return rows.map((row) => ({
    id: row.id,
    token: checksum(row.token),
    to: checksum(row.to),
    amount: wei(row.amount),
    epoch: row.epoch,
    purposeHash: row.purposeHash,
    timestamp: toSeconds(row.timestamp),
    block: Number(row.block),
    tx: row.tx,
  }));
}

async function readStipends(db: Db): Promise<Commons["stipends"]> {
  const rows = await db.select().from(stipend).orderBy(desc(stipend.leaf)).limit(LATEST);
  return rows.map((row) => ({
    contribution: row.contribution,
    round: row.round,
    validator: checksum(row.validator),
    amount: wei(row.amount),
    epoch: row.epoch,
    timestamp: toSeconds(row.timestamp),
    tx: row.tx,
  }));
}
