import { payment } from "@azora/indexer/schema";
import { desc, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { type Given, type Reading, reading } from "../../database/reading.ts";
import { checksum, kindOf, toSeconds, wei } from "../../http/format.ts";
import type { receivedSchema } from "./schema.ts";

export type Received = z.infer<typeof receivedSchema>;

/** The latest payments that are shown with a node. */
const RECEIVED = 20;

/** What came to an account or identity, latest first. Ids of events grow with time. */
export const receivedOf = (db: Builder, node: Given<Hex>): Reading<Received[]> =>
  reading(
    [
      db
        .select()
        .from(payment)
        .where(eq(payment.node, node))
        .orderBy(desc(payment.flow), desc(payment.position))
        .limit(RECEIVED),
    ],
    (rows) =>
      rows.map((row) => ({
        flow: row.flow,
        position: row.position,
        token: checksum(row.token),
        source: row.source,
        sourceKind: kindOf(row.source),
        amount: wei(row.amount),
        minted: wei(row.minted),
        timestamp: toSeconds(row.timestamp),
      })),
  );
