import { keyColumns, type Row } from "@azora/api/auditor";
import type { PgTable } from "drizzle-orm/pg-core";
import { columnsOf, isKey, otherThan } from "../tampering.ts";
import type { Index } from "./Inspection.ts";

/** An index that is like another one, but for one row. */
export interface Tampered {
  /** Which column of which row, or what became of the row. */
  readonly what: string;
  readonly index: Index;
}

/** With the rows of one table changed. */
function changed(index: Index, table: PgTable, change: (rows: Map<string, Row>) => void): Index {
  const rows = new Map(index.rows(table));
  change(rows);
  return {
    rows: (each) => (each === table ? rows : index.rows(each)),
    keyOf: (each, row) => index.keyOf(each, row),
  };
}

type Pick = <item>(items: readonly item[]) => item;

/** A row less, a row more, and each column of one row with another value; what has not come yet is not tampered with. */
export function tamperedWith(index: Index, table: PgTable, pick: Pick): Tampered[] {
  const there = [...index.rows(table).values()];
  if (there.length === 0) return [];
  const remove = (row: Row) => (rows: Map<string, Row>) => rows.delete(index.keyOf(table, row));
  const put = (row: Row) => (rows: Map<string, Row>) => rows.set(index.keyOf(table, row), row);
  const [lost, like] = [pick(there), pick(there)];
  const invented = { ...like };
  for (const [property, column] of keyColumns(table)) invented[property] = otherThan(column, like[property]);
  const tampered = [
    { what: "was deleted", index: changed(index, table, remove(lost)) },
    { what: "was invented", index: changed(index, table, put(invented)) },
  ];
  for (const [property, column] of columnsOf(table)) {
    const known = there.filter((row) => row[property] !== null);
    if (known.length === 0) continue;
    const row = pick(known);
    const other = { ...row, [property]: otherThan(column, row[property]) };
    tampered.push({
      what: property,
      index: changed(index, table, (rows) => {
        if (isKey(table, column)) remove(row)(rows);
        put(other)(rows);
      }),
    });
  }
  return tampered;
}
