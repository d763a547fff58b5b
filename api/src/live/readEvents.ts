import { block, event } from "@azora/indexer/schema";
import { splitNodes } from "@azora/sdk";
import { asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Hex } from "viem";
import type { Db } from "../database/pools.ts";

/** An event with its block. */
export interface EventRow {
  block: bigint;
  logIndex: number;
  name: string;
  tx: Hex;
  nodes: Hex[];
  hash: Hex;
  timestamp: bigint;
}

const columns = {
  block: event.block,
  logIndex: event.logIndex,
  name: event.name,
  tx: event.tx,
  nodes: event.nodes,
  hash: block.hash,
  timestamp: block.timestamp,
};

const select = (db: Db) => db.select(columns).from(event).innerJoin(block, eq(block.number, event.block));

const toEvent = (row: Omit<EventRow, "nodes"> & { nodes: string }): EventRow => ({
  ...row,
  nodes: splitNodes(row.nodes),
});

/** Compared as a row, which the primary key can be searched by. */
const later = (place: { block: number; logIndex: number }): SQL =>
  sql`(${event.block}, ${event.logIndex}) > (${place.block}::bigint, ${place.logIndex}::int)`;

/** The first events after a place. */
export async function readEventsAfter(
  db: Db,
  place: { block: number; logIndex: number },
  limit: number,
): Promise<EventRow[]> {
  const rows = await select(db)
    .where(later(place))
    .orderBy(asc(event.block), asc(event.logIndex))
    .limit(limit);
  return rows.map(toEvent);
}

/** The last events of all, in order. */
export async function readLastEvents(db: Db, limit: number): Promise<EventRow[]> {
  const rows = await select(db).orderBy(desc(event.block), desc(event.logIndex)).limit(limit);
  return rows.reverse().map(toEvent);
}

/** The hashes that the index has for these blocks. */
export async function readHashes(db: Db, numbers: readonly number[]): Promise<Map<number, Hex>> {
  const rows = await db
    .select({ number: block.number, hash: block.hash })
    .from(block)
    .where(inArray(block.number, numbers.map(BigInt)));
  return new Map(rows.map(({ number, hash }) => [Number(number), hash]));
}
