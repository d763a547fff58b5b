import { payment } from "@azora/indexer/schema";
import { desc, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { checksum, kindOf, toSeconds, wei } from "../../http/format.ts";
import type { receivedSchema } from "./schema.ts";

export type Received = z.infer<typeof receivedSchema>;

/** The latest payments that are shown with a node. */
const RECEIVED = 20;

/** What came to an account or identity, latest first. Ids of events grow with time. */
export async function readReceived(db: Db, node: Hex): Promise<Received[]> {
  const rows = await db
    .select()
    .from(payment)
    .where(eq(payment.node, node))
    .orderBy(desc(payment.flow), desc(payment.position))
    .limit(RECEIVED);
  return rows.map((row) => ({
    flow: row.flow,
    position: row.position,
    token: checksum(row.token),
    source: row.source,
    sourceKind: kindOf(row.source),
    amount: wei(row.amount),
    minted: wei(row.minted),
    timestamp: toSeconds(row.timestamp),
  }));
}
