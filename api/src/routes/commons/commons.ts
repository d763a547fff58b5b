import { fundEpoch, fundGrant, fundToken, holding, stipend } from "@azora/indexer/schema";
import type { Deployment } from "@azora/sdk";
import { asc, desc, eq, inArray, not } from "drizzle-orm";
import { type Address, isAddressEqual, zeroAddress } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, toSeconds, wei } from "../../http/format.ts";
import { executedWith } from "../ledger/executedWith.ts";
import { readTotals } from "../protocol/clock.ts";
import type { commonsSchema } from "./schema.ts";

export type Commons = z.infer<typeof commonsSchema>;

const LATEST = 20;

/** What the fund holds, what it may spend, and what it spent last. */
export async function readCommons(db: Db, { addresses }: Deployment): Promise<Commons> {
  const [fund] = await db.select().from(holding).where(eq(holding.account, addresses.citadelFund));
  const totals = await readTotals(db);
  return {
    azr: wei(fund?.balance ?? 0n),
    ether: wei(totals.citadelEther),
    tokens: await readTokens(db, addresses.azoraToken),
    epochs: await readEpochs(db),
    grants: await readGrants(db),
    stipends: await readStipends(db),
  };
}

/** Its own and the chain's first, whether or not anything was paid of them. */
async function readTokens(db: Db, azr: Address): Promise<Commons["tokens"]> {
  const first = [azr, zeroAddress];
  const isFirst = inArray(fundToken.token, first);
  const own = await db.select().from(fundToken).where(isFirst);
  const others = await db
    .select()
    .from(fundToken)
    .where(not(isFirst))
    .orderBy(desc(fundToken.changedAt), desc(fundToken.token))
    .limit(LATEST);
  return [
    ...first.map((token) =>
      toToken(
        token,
        own.find((row) => isAddressEqual(row.token, token)),
      ),
    ),
    ...others.map((row) => toToken(row.token, row)),
  ];
}

const toToken = (
  token: Address,
  row: Omit<typeof fundToken.$inferSelect, "token" | "changedAt"> | undefined,
): Commons["tokens"][number] => ({
  token: checksum(token),
  rewards: wei(row?.rewards ?? 0n),
  granted: wei(row?.granted ?? 0n),
  stipends: wei(row?.stipends ?? 0n),
  fees: wei(row?.fees ?? 0n),
});

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
  const rows = await db
    .select({ grant: fundGrant, proposal: executedWith(fundGrant) })
    .from(fundGrant)
    .orderBy(desc(fundGrant.id))
    .limit(LATEST);
  return rows.map(({ grant, proposal }) => ({
    id: grant.id,
    token: checksum(grant.token),
    to: checksum(grant.to),
    amount: wei(grant.amount),
    epoch: grant.epoch,
    purposeHash: grant.purposeHash,
    record: Number(grant.leaf),
    proposal,
    timestamp: toSeconds(grant.timestamp),
    block: Number(grant.block),
    tx: grant.tx,
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
    record: Number(row.leaf),
    timestamp: toSeconds(row.timestamp),
    tx: row.tx,
  }));
}
