import { type Header, keyColumns, type Replay, type Row, tables } from "@azora/indexer/replay";
import { block } from "@azora/indexer/schema";
import { count, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../../database/pools.ts";
import { type Finding, type Findings, findingOf } from "../findings.ts";
import { BlockAudit } from "./BlockAudit.ts";
import { differences } from "./differences.ts";
import { type Key, keyOf, readRows } from "./readRows.ts";

export interface Recomputed {
  readonly replay: Replay;
  /** The block of the snapshot. */
  readonly head: bigint;
  headers(numbers: readonly bigint[]): Promise<ReadonlyMap<bigint, Header>>;
}

interface Place {
  readonly table: PgTable;
  /** The key of the last row that was looked at. */
  after: Key | undefined;
}

/** Compares the rows of all tables with what the index's handlers make of the chain's logs, some at a time, round and round. */
export class RowAudit {
  readonly #findings: Findings;
  readonly #blocks = new BlockAudit();
  #next = 0;
  #place: Place | undefined;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Begins the round anew: the index was built anew. */
  restart(): void {
    if (this.#place !== undefined) this.#findings.restart(getTableName(this.#place.table));
    this.#place = undefined;
    this.#next = 0;
    this.#blocks.restart();
  }

  /** The chain was reorganised. */
  forgetBlocks(): void {
    this.#blocks.forget();
  }

  /** @param limit How many rows to look at. */
  async pass(db: Db, recomputed: Recomputed, limit: number): Promise<void> {
    for (let rest = limit, opened = 0; rest > 0 && opened <= tables.length; ) {
      const place = this.#place ?? this.#open();
      if (place.after === undefined) {
        opened += 1;
        await this.#findMissing(db, recomputed, place.table);
      }
      const rows = await readRows(db, place.table, place.after, rest);
      await this.#compare(recomputed, place.table, rows);
      rest -= Math.max(rows.length, 1);
      const last = rows.at(-1);
      if (rows.length > 0 && rest <= 0 && last !== undefined) {
        place.after = keyOf(place.table, last);
        this.#place = place;
        return;
      }
      this.#findings.endRound(getTableName(place.table));
      this.#place = undefined;
    }
  }

  #open(): Place {
    const table = tables[this.#next % tables.length];
    if (table === undefined) throw new Error("The index has no tables.");
    this.#next += 1;
    return { table, after: undefined };
  }

  async #compare(recomputed: Recomputed, table: PgTable, rows: readonly Row[]): Promise<void> {
    const name = getTableName(table);
    if (table === block) {
      this.#findings.add(name, ...(await this.#blocks.compare(recomputed, rows)));
      return;
    }
    const { replay } = recomputed;
    const expected = replay.rows(table);
    for (const row of rows) {
      const key = replay.keyOf(table, row);
      const details = differences(table, row, expected.get(key));
      this.#findings.add(name, ...details.map((detail) => found(name, key, detail)));
    }
  }

  /** Rows that the index should have and has not. Their number is enough to know, unless others were invented. */
  async #findMissing(db: Db, { replay, head }: Recomputed, table: PgTable): Promise<void> {
    if (table === block)
      this.#findings.add(getTableName(table), ...(await this.#blocks.findMissing(db, head)));
    const expected = replay.rows(table);
    const name = getTableName(table);
    const [row] = await db.select({ rows: count() }).from(table);
    // Of blocks there are more than those with events, and an invented row may stand for a deleted one.
    if (table !== block && row?.rows === expected.size) return;
    const keys = keyColumns(table);
    const there = await db.select(Object.fromEntries(keys)).from(table);
    const known = new Set(there.map((each) => replay.keyOf(table, each)));
    for (const key of expected.keys())
      if (!known.has(key)) this.#findings.add(name, found(name, key, "is missing"));
  }
}

const found = (table: string, row: string, detail: string): Finding =>
  findingOf("recomputation", table, row, detail);
