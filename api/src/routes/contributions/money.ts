import { flow, payment, pool, reward, settlement } from "@azora/indexer/schema";
import { PotOrigin } from "@azora/sdk";
import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, kindOf, orNull, potOriginName, toSeconds, wei } from "../../http/format.ts";
import type { contributionDetailSchema, poolSchema } from "./schema.ts";

type Detail = z.infer<typeof contributionDetailSchema>;

/** The latest flows that are shown with a work. */
const FLOWS = 20;

export type Settlement = NonNullable<Detail["settlement"]>;

/** What each of these works was paid; those that are not settled are left out. */
export async function readSettlements(db: Db, works: readonly Hex[]): Promise<Map<Hex, Settlement>> {
  const rows = await db
    .select()
    .from(settlement)
    .where(inArray(settlement.contribution, [...works]));
  return new Map(rows.map((row) => [row.contribution, toSettlement(row)]));
}

const toSettlement = (row: typeof settlement.$inferSelect): Settlement => ({
  epoch: row.epoch,
  points: wei(row.points),
  rate: wei(row.rate),
  amount: wei(row.amount),
  citadel: wei(row.citadel),
  people: wei(row.amount - row.citadel),
  settledAt: toSeconds(row.settledAt),
  tx: row.tx,
});

/** What flowed out of a work, latest first. Ids of events grow with time. */
export async function readFlows(db: Db, id: Hex): Promise<Detail["flows"]> {
  const flows = await db.select().from(flow).where(eq(flow.source, id)).orderBy(desc(flow.id)).limit(FLOWS);
  if (flows.length === 0) return [];
  const ids = flows.map((each) => each.id);
  const payments = await db
    .select()
    .from(payment)
    .where(inArray(payment.flow, ids))
    .orderBy(asc(payment.flow), asc(payment.position));
  return flows.map((row) => ({
    id: row.id,
    token: checksum(row.token),
    origin: potOriginName(row.origin),
    settlement: row.origin === PotOrigin.Settlement,
    amount: wei(row.amount),
    minted: wei(row.minted),
    timestamp: toSeconds(row.timestamp),
    tx: row.tx,
    payments: payments.filter((each) => each.flow === row.id).map(toPayment),
  }));
}

const toPayment = ({ node, amount, minted }: typeof payment.$inferSelect) => ({
  node,
  kind: kindOf(node),
  amount: wei(amount),
  minted: wei(minted),
});

export type Pool = z.infer<typeof poolSchema>;

const EMPTY = { balance: "0", minted: "0", received: "0" } as const;

/** What waits for a node, of one token. */
export async function readPool(db: Db, token: Hex, node: Hex): Promise<Pool> {
  const [row] = await db
    .select()
    .from(pool)
    .where(and(eq(pool.token, token), eq(pool.node, node)));
  const found = orNull(row, ({ balance, minted, received }) => ({
    balance: wei(balance),
    minted: wei(minted),
    received: wei(received),
  }));
  return found ?? EMPTY;
}

/** The most tokens of which pools and credits are shown: anybody can make one, and reward with it. */
export const TOKENS = 20;

export type TokenPool = Detail["tokenPools"][number];

/** What waits for a node of other tokens. */
export async function readTokenPools(db: Db, azr: Hex, node: Hex): Promise<TokenPool[]> {
  const rows = await db
    .select()
    .from(pool)
    .where(and(eq(pool.node, node), ne(pool.token, azr)))
    .orderBy(asc(pool.token))
    .limit(TOKENS);
  return rows.map(({ token, balance, received }) => ({
    token: checksum(token),
    balance: wei(balance),
    received: wei(received),
  }));
}

const REWARDS = 20;

/** What was paid to a work directly, latest first. Ids of events grow with time. */
export async function readRewards(db: Db, id: Hex): Promise<Detail["rewards"]> {
  const rows = await db
    .select()
    .from(reward)
    .where(eq(reward.contribution, id))
    .orderBy(desc(reward.id))
    .limit(REWARDS);
  return rows.map((row) => ({
    id: row.id,
    token: checksum(row.token),
    payer: checksum(row.payer),
    amount: wei(row.amount),
    citadel: wei(row.citadel),
    timestamp: toSeconds(row.timestamp),
    tx: row.tx,
  }));
}
