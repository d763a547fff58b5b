import { keyColumns, type Row } from "@azora/indexer/replay";
import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../../database/pools.ts";

/** Where to go on in a table: after the row with this key, or at its beginning. */
export type Key = readonly unknown[];

export const keyOf = (table: PgTable, row: Row): Key => keyColumns(table).map(([property]) => row[property]);

/** Rows in the order of their keys. */
export function readRows(db: Db, table: PgTable, after: Key | undefined, limit: number): Promise<Row[]> {
  const keys = keyColumns(table).map(([, column]) => column);
  const rows = db.select().from(table).$dynamic();
  if (after !== undefined) {
    const values = keys.map((column, i) => sql`${sql.param(after[i], column)}`);
    rows.where(sql`(${sql.join(keys, sql`, `)}) > (${sql.join(values, sql`, `)})`);
  }
  rows.orderBy(...keys);
  // PostgreSQL knows no limit without an end.
  return Number.isFinite(limit) ? rows.limit(limit) : rows;
}
