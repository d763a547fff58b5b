import { flow, payment, settlement } from "@azora/indexer/schema";
import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, kindOf, toSeconds, wei } from "../../http/format.ts";
import type { contributionDetailSchema } from "./schema.ts";

type Detail = z.infer<typeof contributionDetailSchema>;

/** The latest flows that are shown with a work. */
const FLOWS = 20;

export async function readSettlement(db: Db, id: Hex): Promise<Detail["settlement"]> {
  const [row] = await db.select().from(settlement).where(eq(settlement.contribution, id));
  if (row === undefined) return null;
  return {
    epoch: row.epoch,
    points: wei(row.points),
    rate: wei(row.rate),
    amount: wei(row.amount),
    citadel: wei(row.citadel),
    people: wei(row.amount - row.citadel),
    settledAt: toSeconds(row.settledAt),
    tx: row.tx,
  };
}

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
    settlement: row.settlement,
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
