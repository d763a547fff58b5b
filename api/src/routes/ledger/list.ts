import { leaf } from "@azora/indexer/schema";
import { LeafKind } from "@azora/sdk";
import { and, asc, desc, eq, gt, lt, ne } from "drizzle-orm";
import type { Hex } from "viem";
import { z } from "zod";
import type { Builder, Db } from "../../database/pools.ts";
import { type Given, type Reading, reading } from "../../database/reading.ts";
import { cursorOf, type Listing, listingOf } from "../../http/cursors.ts";
import { checksum, leafKindName, toSeconds } from "../../http/format.ts";
import type { recordQuery, recordSchema } from "./schema.ts";

export type LedgerRecord = z.infer<typeof recordSchema>;
export type RecordQuery = Omit<z.infer<typeof recordQuery>, "minBlock">;
export type LeafRow = typeof leaf.$inferSelect;

const indexKey = z.tuple([z.int().min(0)]);
const cursors = {
  newest: cursorOf("newest", indexKey),
  oldest: cursorOf("oldest", indexKey),
};

/** @param backwards The page before the cursor, or the last one. */
export async function listRecords(
  db: Db,
  query: RecordQuery,
  backwards = false,
): Promise<Listing<LedgerRecord>> {
  const { kind, subject, actor, order, limit } = query;
  const cursor = cursors[order];
  const after = cursor.read(query.cursor);
  const [beyond, direction] = (order === "newest") !== backwards ? [lt, desc] : [gt, asc];
  const rows = await db
    .select()
    .from(leaf)
    .where(
      and(
        after && beyond(leaf.index, BigInt(after[0])),
        kind && eq(leaf.kind, LeafKind[kind]),
        subject && eq(leaf.subject, subject),
        actor && eq(leaf.actor, actor),
      ),
    )
    .orderBy(direction(leaf.index))
    .limit(limit + 1);
  return listingOf(rows, limit, toRecord, ({ index }) => cursor.write([Number(index)]), backwards);
}

/** Decisions about a subject, in order. What anybody anchors under its name is none. */
export const recordsOf = (db: Builder, subject: Given<Hex>, limit: number): Reading<LedgerRecord[]> =>
  reading(
    [
      db
        .select()
        .from(leaf)
        .where(and(eq(leaf.subject, subject), ne(leaf.kind, LeafKind.Anchored)))
        .orderBy(asc(leaf.index))
        .limit(limit),
    ],
    (rows) => rows.map(toRecord),
  );

export async function findLeaf(db: Db, index: number): Promise<LeafRow | undefined> {
  const [row] = await db
    .select()
    .from(leaf)
    .where(eq(leaf.index, BigInt(index)));
  return row;
}

export function toRecord(row: LeafRow): LedgerRecord {
  return {
    index: Number(row.index),
    timestamp: toSeconds(row.timestamp),
    emitter: checksum(row.emitter),
    kind: leafKindName(row.kind),
    subject: row.subject,
    actor: checksum(row.actor),
    dataHash: row.dataHash,
    block: Number(row.block),
    tx: row.tx,
  };
}
