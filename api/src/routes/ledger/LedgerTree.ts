import { block, leaf } from "@azora/indexer/schema";
import { hashLeaf, type Leaf, type LeafKind, leafKindNames, MerkleLedger } from "@azora/sdk";
import { asc, eq, gte } from "drizzle-orm";
import type { Hex } from "viem";
import type { Db } from "../../database/pools.ts";
import type { LeafRow } from "./list.ts";

/** Leaves that are read at once. Between two batches other requests have their turn. */
const BATCH = 500;

/** The block of the last leaf: who has it has all leaves before it, for blocks are chained by their hashes. */
interface Tip {
  number: bigint;
  hash: Hex;
}

/**
 * The tree over the index's leaves, kept in memory and extended when it is asked for. A tree on a fork that the chain has
 * left, or of an index that was since built anew, is recognised by the block of its last leaf, and made again.
 */
export class LedgerTree {
  #tree = new MerkleLedger();
  #tip: Tip | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * Gives `work` its turn: one after the other, so that the tree is extended by snapshots in the order of time. `work` takes
   * its snapshot within its turn, and calls `at` once with it.
   */
  inTurn<T>(work: (at: (db: Db) => Promise<MerkleLedger>) => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() => work((db) => this.#at(db)));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #at(db: Db): Promise<MerkleLedger> {
    if (!(await this.#isOf(db))) {
      this.#tree = new MerkleLedger();
      this.#tip = undefined;
    }
    for (let rows = await this.#next(db); rows.length > 0; rows = await this.#next(db)) {
      // Before its leaves, so that whatever breaks off here, no leaf is without a tip.
      this.#tip = await tipOf(db, rows);
      for (const row of rows) this.#tree.append(hashLeaf(leafOf(row)));
    }
    return this.#tree;
  }

  async #isOf(db: Db): Promise<boolean> {
    if (this.#tip === undefined) return true;
    const [row] = await db.select({ hash: block.hash }).from(block).where(eq(block.number, this.#tip.number));
    return row?.hash === this.#tip.hash;
  }

  #next(db: Db): Promise<LeafRow[]> {
    return db
      .select()
      .from(leaf)
      .where(gte(leaf.index, BigInt(this.#tree.size)))
      .orderBy(asc(leaf.index))
      .limit(BATCH);
  }
}

async function tipOf(db: Db, rows: readonly LeafRow[]): Promise<Tip> {
  const number = rows.at(-1)?.block ?? 0n;
  const [row] = await db.select({ hash: block.hash }).from(block).where(eq(block.number, number));
  if (row === undefined) throw new Error(`The index has leaves of block ${number}, but not the block.`);
  return { number, hash: row.hash };
}

const isLeafKind = (kind: number): kind is LeafKind => leafKindNames[kind] !== undefined;

function leafOf({ index, timestamp, emitter, kind, subject, actor, dataHash }: LeafRow): Leaf {
  if (!isLeafKind(kind)) throw new RangeError(`Leaf ${index} is of the kind ${kind}, which is unknown.`);
  return { index, timestamp, emitter, kind, subject, actor, dataHash };
}
