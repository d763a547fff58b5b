import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";

export type KeyColumns = readonly (readonly [property: string, column: PgColumn])[];

/** Asked for with every row, and the same each time. */
const known = new WeakMap<PgTable, KeyColumns>();

/** The columns of a table's primary key. */
export function keyColumns(table: PgTable): KeyColumns {
  const before = known.get(table);
  if (before !== undefined) return before;
  const named = new Set(
    getTableConfig(table).primaryKeys.flatMap((key) => key.columns.map(({ name }) => name)),
  );
  const columns = Object.entries<PgColumn>(getTableColumns(table)).filter(
    ([, column]) => column.primary || named.has(column.name),
  );
  known.set(table, columns);
  return columns;
}
