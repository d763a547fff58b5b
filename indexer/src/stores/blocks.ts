import type { Context } from "ponder:registry";
import { block } from "ponder:schema";
import type { Hex } from "viem";

type Database = Context["db"];
export type Block = typeof block.$inferInsert;

export async function noteBlock(db: Database, { number, hash, parentHash, timestamp }: Block) {
  await db.insert(block).values({ number, hash, parentHash, timestamp }).onConflictDoNothing();
}

interface Place {
  hash: Hex;
  logIndex: number;
}

/** Where the log stands that came last to a database. */
const last = new WeakMap<Database, Place>();

/**
 * Notes the block of a log. One that comes after another log of its block has been noted: whatever takes its row back, a
 * reorganisation or a failed transaction, begins again with that log or an earlier one.
 */
export async function noteBlockOf(db: Database, { block, log }: { block: Block; log: { logIndex: number } }) {
  const before = last.get(db);
  const { hash } = block;
  last.set(db, { hash, logIndex: log.logIndex });
  if (before?.hash === hash && before.logIndex < log.logIndex) return;
  await noteBlock(db, block);
}
