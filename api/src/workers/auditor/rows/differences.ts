import type { Row } from "@azora/indexer/replay";
import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** In which columns a row is another than it should be. */
export function differences(table: PgTable, row: Row, expected: Row | undefined): string[] {
  if (expected === undefined) return ["follows from nothing on the chain"];
  return Object.keys(getTableColumns(table))
    .filter((column) => !same(row[column], expected[column]))
    .map((column) => `has ${column} ${shown(row[column])} instead of ${shown(expected[column])}`);
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => same(each, b[i]));
  return a === b;
}

/** Words of anybody may be long. */
const LONGEST = 100;

const shown = (value: unknown): string => {
  const text = Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
