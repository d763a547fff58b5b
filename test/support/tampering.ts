import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { getTableConfig, PgArray, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import { Client } from "pg";

type Row = Record<string, unknown>;

/** Something that was done to the index behind its back. */
export interface Tampered {
  readonly table: string;
  /** What was done, for people. */
  readonly what: string;
  undo(): Promise<void>;
}

/** Far from any number that is there, and in the range of the smallest type. */
const FAR = 1_000_003;

/** Writes to the tables of an index as nobody may: as the administrator, and without the triggers of the indexer. */
export class Tampering {
  readonly #client: Client;
  readonly #db: NodePgDatabase;

  private constructor(client: Client) {
    this.#client = client;
    this.#db = drizzle(client);
  }

  static async open(adminUrl: string): Promise<Tampering> {
    const client = new Client(adminUrl);
    await client.connect();
    const { rows } = await client.query(
      "SELECT schemaname FROM pg_tables WHERE tablename = 'leaf' AND schemaname LIKE 'azora\\_%'",
    );
    if (rows.length !== 1) throw new Error(`There are ${rows.length} indexes.`);
    await client.query("SELECT set_config('search_path', $1, false)", [rows[0].schemaname]);
    await client.query("SET session_replication_role = replica");
    return new Tampering(client);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** A random row, of those that have something in a column if one is named and any has. */
  async pick(table: PgTable, property?: string): Promise<Row | undefined> {
    const column = property === undefined ? undefined : columnsOf(table).get(property);
    const order = column === undefined ? sql`random()` : sql`${column} IS NULL, random()`;
    const [row] = await this.#db.select().from(table).orderBy(order).limit(1);
    return row;
  }

  /** The row with the largest value in a column. */
  async last(table: PgTable, property: string): Promise<Row | undefined> {
    const column = columnsOf(table).get(property);
    const [row] = await this.#db.select().from(table).orderBy(sql`${column} DESC`).limit(1);
    return row;
  }

  async alter(table: PgTable, row: Row, property: string): Promise<Tampered> {
    const column = columnsOf(table).get(property);
    if (column === undefined) throw new Error(`There is no column ${property}.`);
    const other = otherThan(column, row[property]);
    await this.#db
      .update(table)
      .set({ [property]: other })
      .where(isRow(table, row));
    return {
      table: getTableName(table),
      what: `${property}: ${row[property]} became ${other}`,
      undo: async () => {
        await this.#db.delete(table).where(isRow(table, { ...row, [property]: other }));
        await this.#db.insert(table).values(row);
      },
    };
  }

  async delete(table: PgTable, row: Row): Promise<Tampered> {
    await this.#db.delete(table).where(isRow(table, row));
    return {
      table: getTableName(table),
      what: "was deleted",
      undo: async () => {
        await this.#db.insert(table).values(row);
      },
    };
  }

  /** Like a row that is there, under another key; of an empty table, whatever its types allow. */
  async invent(table: PgTable, like: Row | undefined): Promise<Tampered> {
    const columns = [...columnsOf(table)];
    const row: Row = Object.fromEntries(
      columns.map(([property, column]) => {
        if (like === undefined) return [property, otherThan(column, null)];
        return [property, isKey(table, column) ? otherThan(column, like[property]) : like[property]];
      }),
    );
    await this.#db.insert(table).values(row);
    return {
      table: getTableName(table),
      what: "was invented",
      undo: async () => {
        await this.#db.delete(table).where(isRow(table, row));
      },
    };
  }
}

export const columnsOf = (table: PgTable): ReadonlyMap<string, PgColumn> =>
  new Map(Object.entries<PgColumn>(getTableColumns(table)));

export function isKey(table: PgTable, column: PgColumn): boolean {
  const { primaryKeys } = getTableConfig(table);
  return column.primary || primaryKeys.some((key) => key.columns.some(({ name }) => name === column.name));
}

function isRow(table: PgTable, row: Row) {
  const keys = [...columnsOf(table)].filter(([, column]) => isKey(table, column));
  return sql.join(
    keys.map(([property, column]) => sql`${column} = ${sql.param(row[property], column)}`),
    sql` AND `,
  );
}

/** A value of the same type that is not this one. */
export function otherThan(column: PgColumn, value: unknown): unknown {
  if (is(column, PgArray)) {
    const there: unknown[] = Array.isArray(value) ? value : [];
    return [...there, there[0] ?? otherThan(column.baseColumn, null)];
  }
  switch (column.columnType) {
    case "PgHex":
      return typeof value === "string" ? flipped(value) : `0x${"5".repeat(40)}`;
    case "PgEvmBigint":
      return typeof value === "bigint" ? value + BigInt(FAR) : 7n;
    case "PgInteger":
      return typeof value === "number" ? value + FAR : 7;
    case "PgBoolean":
      return value !== true;
    default:
      return typeof value === "string" ? `${value}0` : "invented";
  }
}

/** With another last digit. */
const flipped = (hex: string): string => `${hex.slice(0, -1)}${hex.endsWith("0") ? "1" : "0"}`;
