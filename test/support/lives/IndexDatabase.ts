import { rmSync } from "node:fs";
import { auditTables, type Db, type Replay, type Row } from "@azora/api/auditor";
import { IndexBuild } from "@azora/api/testing";
import type { PgTable } from "drizzle-orm/pg-core";
import { type Postgres, roomForPostgres, startPostgres } from "../../../scripts/postgres.ts";

/** Rows that go in one statement. */
const BATCH = 1_000;

/** A real database with the tables of the index, for the proofs that read one. */
export class IndexDatabase {
  readonly #room: string;
  readonly #postgres: Postgres;
  readonly #build: IndexBuild;
  /** What each table has. */
  readonly #there = new Map<PgTable, string>();

  private constructor(room: string, postgres: Postgres, build: IndexBuild) {
    this.#room = room;
    this.#postgres = postgres;
    this.#build = build;
  }

  static async open(): Promise<IndexDatabase> {
    const room = roomForPostgres();
    const postgres = await startPostgres(room);
    return new IndexDatabase(room, postgres, await IndexBuild.create(postgres.url));
  }

  async close(): Promise<void> {
    await this.#build.close();
    await this.#postgres.stop();
    rmSync(this.#room, { recursive: true, force: true });
  }

  /** Reads the tables with just the rows of an index in memory. */
  async with<T>(index: Pick<Replay, "rows">, work: (db: Db) => Promise<T>): Promise<T> {
    const { db } = this.#build;
    for (const table of auditTables) {
      const rows = [...index.rows(table).values()];
      const text = textOf(rows);
      if (this.#there.get(table) === text) continue;
      this.#there.set(table, text);
      await db.delete(table);
      for (let i = 0; i < rows.length; i += BATCH)
        await db.insert(table).values(rows.slice(i, i + BATCH).map((row) => ({ ...row })));
    }
    return work(db);
  }
}

export const textOf = (rows: Row | readonly Row[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
