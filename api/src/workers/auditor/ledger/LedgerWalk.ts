import { block, leaf } from "@azora/indexer/schema";
import { type Deployment, MerklePeaks } from "@azora/sdk";
import { asc, eq, gte } from "drizzle-orm";
import type { Hex } from "viem";
import type { Db } from "../../../database/pools.ts";
import type { Finding } from "../findings.ts";
import { rebuildLeaves } from "./rebuild.ts";

/** Leaves that are rebuilt at once. */
const BATCH = 500;

/** Where a walk stands: after so many leaves, the last of them in this block. */
interface Tip {
  readonly number: bigint;
  readonly hash: Hex;
}

export interface Step {
  readonly found: readonly Finding[];
  /** Whether it has come to the last leaf of the index. */
  readonly done: boolean;
}

/** Goes over the leaves in their order, rebuilds each, and keeps the peaks of the tree. */
export class LedgerWalk {
  readonly #deployment: Deployment;
  #peaks = new MerklePeaks();
  #tip: Tip | undefined;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  get size(): number {
    return this.#peaks.size;
  }

  root(): Hex {
    return this.#peaks.root();
  }

  restart(): void {
    this.#peaks = new MerklePeaks();
    this.#tip = undefined;
  }

  /** Whether all that it went over is still on the chain that the index follows. */
  async isOf(db: Db): Promise<boolean> {
    if (this.#tip === undefined) return true;
    const [row] = await db.select({ hash: block.hash }).from(block).where(eq(block.number, this.#tip.number));
    return row?.hash === this.#tip.hash;
  }

  async advance(db: Db, limit: number): Promise<Step> {
    const found: Finding[] = [];
    for (let rest = limit; rest > 0; ) {
      const wanted = Math.min(rest, BATCH);
      const rows = await db
        .select()
        .from(leaf)
        .where(gte(leaf.index, BigInt(this.size)))
        .orderBy(asc(leaf.index))
        .limit(wanted);
      for (const { index, hash, fault } of await rebuildLeaves(db, this.#deployment, rows)) {
        if (index !== BigInt(this.size)) {
          found.push(finding(this.size, `leaf ${this.size} is missing`));
          return { found, done: true };
        }
        if (fault !== undefined) found.push(finding(index, fault));
        this.#peaks.append(hash);
      }
      await this.#moveTip(db, rows.at(-1)?.block);
      if (rows.length < wanted) return { found, done: true };
      rest -= rows.length;
    }
    return { found, done: false };
  }

  async #moveTip(db: Db, number: bigint | undefined): Promise<void> {
    if (number === undefined) return;
    const [row] = await db.select({ hash: block.hash }).from(block).where(eq(block.number, number));
    this.#tip = row && { number, hash: row.hash };
  }
}

export const finding = (index: bigint | number, detail: string): Finding => ({
  proof: "ledger",
  table: "leaf",
  row: String(index),
  detail,
});
