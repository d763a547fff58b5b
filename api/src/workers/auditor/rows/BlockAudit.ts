import type { Header, Row } from "@azora/indexer/replay";
import { block } from "@azora/indexer/schema";
import { count, getTableName, gte } from "drizzle-orm";
import type { Db } from "../../../database/pools.ts";
import { type Finding, findingOf } from "../findings.ts";
import { differences } from "./differences.ts";
import type { Recomputed } from "./RowAudit.ts";

const NAME = getTableName(block);

/**
 * The table of blocks. Those with events are rows like any other. From the first one without events on, every block has a
 * row, which must be as the chain's header.
 */
export class BlockAudit {
  #first: bigint | undefined;
  /** Headers of the chain, so that each is asked for once. */
  readonly #headers = new Map<bigint, Header>();

  restart(): void {
    this.#first = undefined;
    this.#headers.clear();
  }

  /** Blocks may be others than they were: the chain was reorganised. */
  forget(): void {
    this.#headers.clear();
  }

  async compare({ replay, headers }: Recomputed, rows: readonly Row[]): Promise<Finding[]> {
    const events = replay.rows(block);
    const quiet = rows.flatMap(({ number }) =>
      typeof number === "bigint" && !events.has(String(number)) ? [number] : [],
    );
    const unknown = quiet.filter((number) => !this.#headers.has(number));
    for (const [number, header] of await headers(unknown)) this.#headers.set(number, header);
    for (const number of quiet)
      if (this.#headers.has(number) && (this.#first === undefined || number < this.#first))
        this.#first = number;
    return rows.flatMap((row) => {
      const key = replay.keyOf(block, row);
      const header = typeof row.number === "bigint" ? this.#headers.get(row.number) : undefined;
      const expected = events.get(key) ?? (header && { ...header });
      return differences(block, row, expected).map((detail) => finding(key, detail));
    });
  }

  /** Blocks that have no row, from the first one on that had one without an event. */
  async findMissing(db: Db, head: bigint): Promise<Finding[]> {
    const first = this.#first;
    if (first === undefined) return [];
    const [there] = await db.select({ rows: count() }).from(block).where(gte(block.number, first));
    if (BigInt(there?.rows ?? 0) === head - first + 1n) return [];
    const rows = await db.select({ number: block.number }).from(block).where(gte(block.number, first));
    const known = new Set(rows.map(({ number }) => number));
    const found: Finding[] = [];
    for (let number = first; number <= head; number += 1n)
      if (!known.has(number)) found.push(finding(String(number), "is missing"));
    return found;
  }
}

const finding = (row: string, detail: string): Finding => findingOf("recomputation", NAME, row, detail);
