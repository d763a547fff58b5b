import { flow, payment } from "@azora/indexer/schema";
import { PotOrigin } from "@azora/sdk";
import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "../../database/pools.ts";

export type PaymentRow = typeof payment.$inferSelect;

interface Page {
  /** The last that was read, by its flow and position. */
  after?: readonly [string, number] | undefined;
  limit: number;
}

/** What came into a pool between the flow that a payment is of, which emptied it, and the one before; in order. */
export function readIncoming(db: Db, row: PaymentRow, { after, limit }: Page): Promise<PaymentRow[]> {
  const last = db
    .select({ id: sql<string>`coalesce(max(${flow.id}), '')` })
    .from(flow)
    .where(
      and(
        eq(flow.source, row.source),
        eq(flow.token, row.token),
        eq(flow.origin, PotOrigin.Pool),
        lt(flow.id, row.flow),
      ),
    );
  return db
    .select()
    .from(payment)
    .where(
      and(
        eq(payment.node, row.source),
        eq(payment.token, row.token),
        lt(payment.flow, row.flow),
        gt(payment.flow, sql`(${last})`),
        after && sql`(${payment.flow}, ${payment.position}) > (${after[0]}::text, ${after[1]}::int)`,
      ),
    )
    .orderBy(asc(payment.flow), asc(payment.position))
    .limit(limit);
}
