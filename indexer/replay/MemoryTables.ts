import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type KeyColumns, keyColumns } from "./keys.ts";

export type Row = Readonly<Record<string, unknown>>;

type Columns = readonly (readonly [property: string, column: PgColumn])[];

interface Memory {
  readonly name: string;
  readonly columns: Columns;
  readonly key: KeyColumns;
  readonly rows: Map<string, Row>;
}

/** Undoes one change. */
type Undo = () => void;

type Change = Row | ((row: Row) => Row);

/** Tables in memory, with the part of Ponder's `context.db` that handlers use, and an undo for each block. */
export class MemoryTables {
  readonly #tables = new Map<PgTable, Memory>();
  readonly #undo = new Map<bigint, Undo[]>();
  #block = 0n;

  constructor(tables: readonly PgTable[]) {
    for (const table of tables) this.#tables.set(table, memoryOf(table));
  }

  rows(table: PgTable): ReadonlyMap<string, Row> {
    return this.#of(table).rows;
  }

  /** The key under which a row of a table is kept. */
  keyOf(table: PgTable, row: Row): string {
    return keyOf(this.#of(table), row);
  }

  /** From here on changes belong to this block; those of blocks more than `depth` before it can no more be undone. */
  begin(block: bigint, depth: bigint): void {
    this.#block = block;
    for (const old of this.#undo.keys()) if (old + depth < block) this.#undo.delete(old);
  }

  /** Undoes a block's changes. */
  undo(block: bigint): void {
    for (const undo of this.#undo.get(block)?.toReversed() ?? []) undo();
    this.#undo.delete(block);
  }

  /** As handlers know it. */
  readonly db = {
    find: async (table: PgTable, key: Row): Promise<Row | null> => {
      const memory = this.#of(table);
      return memory.rows.get(keyOf(memory, key)) ?? null;
    },

    insert: (table: PgTable) => ({
      values: (given: Row) => {
        const memory = this.#of(table);
        const row = complete(memory.columns, given);
        const key = keyOf(memory, row);
        let otherwise = (_before: Row): Row | null => {
          throw new Error(`${memory.name} has the row ${key} already.`);
        };
        // Ponder's inserts are awaited as they stand, or after what is to be done with a row that is there: so this waits
        // until that is said, which is in the same turn.
        const done = Promise.resolve().then(() => {
          const before = memory.rows.get(key);
          return before === undefined ? this.#set(memory, key, row) : otherwise(before);
        });
        return Object.assign(done, {
          onConflictDoNothing: () => {
            otherwise = () => null;
            return done;
          },
          onConflictDoUpdate: (change: Change) => {
            otherwise = (before) => this.#set(memory, key, changed(memory, before, change));
            return done;
          },
        });
      },
    }),

    update: (table: PgTable, key: Row) => ({
      set: (change: Change) =>
        settle(() => {
          const memory = this.#of(table);
          const name = keyOf(memory, key);
          const before = memory.rows.get(name);
          if (before === undefined) throw new Error(`${memory.name} has no row ${name} that could change.`);
          return this.#set(memory, name, changed(memory, before, change));
        }),
    }),

    delete: (table: PgTable, key: Row) =>
      settle(() => {
        const memory = this.#of(table);
        const name = keyOf(memory, key);
        const before = memory.rows.get(name);
        if (before === undefined) return false;
        memory.rows.delete(name);
        this.#note(() => memory.rows.set(name, before));
        return true;
      }),
  };

  #of(table: PgTable): Memory {
    const memory = this.#tables.get(table);
    if (memory === undefined) throw new Error(`${getTableName(table)} is no table of the index.`);
    return memory;
  }

  #set({ rows }: Memory, key: string, row: Row): Row {
    const before = rows.get(key);
    rows.set(key, row);
    this.#note(before === undefined ? () => rows.delete(key) : () => rows.set(key, before));
    return row;
  }

  #note(undo: Undo): void {
    const undos = this.#undo.get(this.#block) ?? [];
    undos.push(undo);
    this.#undo.set(this.#block, undos);
  }
}

export type MemoryDb = MemoryTables["db"];

const settle = async <T>(work: () => T): Promise<T> => work();

const columnsOf = (table: PgTable): Columns => Object.entries<PgColumn>(getTableColumns(table));

function memoryOf(table: PgTable): Memory {
  return {
    name: getTableName(table),
    columns: columnsOf(table),
    key: keyColumns(table),
    rows: new Map(),
  };
}

function keyOf({ key, name }: Memory, row: Row): string {
  return key
    .map(([property, column]) => {
      if (row[property] === undefined) throw new Error(`A key of ${name} has no ${property}.`);
      return String(valueAsKept(column, row[property]));
    })
    .join(" ");
}

function complete(columns: Columns, row: Row): Row {
  return Object.fromEntries(
    columns.map(([property, column]) => [property, valueAsKept(column, row[property])]),
  );
}

function changed(memory: Memory, before: Row, change: Change): Row {
  const set = typeof change === "function" ? change(before) : change;
  const known = Object.entries(set).filter(([, value]) => value !== undefined);
  return complete(memory.columns, { ...before, ...Object.fromEntries(known) });
}

/** A row as it comes back from the database: hexadecimal in lower case, text without zero bytes. */
export const asKept = (table: PgTable, row: Row): Row => complete(columnsOf(table), row);

function valueAsKept(column: PgColumn, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const base: unknown = Reflect.get(column, "baseColumn");
  if (Array.isArray(value) && isColumn(base)) return value.map((each: unknown) => valueAsKept(base, each));
  return column.mapFromDriverValue(column.mapToDriverValue(value));
}

const isColumn = (value: unknown): value is PgColumn =>
  typeof value === "object" && value !== null && "mapFromDriverValue" in value;
