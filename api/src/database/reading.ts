import {
  Column,
  type DriverValueDecoder,
  fillPlaceholders,
  is,
  type Placeholder,
  SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Hex } from "viem";
import type { Builder, Db } from "./pools.ts";

/** A query of drizzle's; its fields are columns or expressions, not groups of them. */
interface Query extends SQLWrapper, PromiseLike<readonly object[]> {
  readonly _: { readonly selectedFields: object };
}

type RowsOf<queries extends readonly Query[]> = { [i in keyof queries]: Awaited<queries[i]> };

/** What is to be asked, and what is made of the rows. */
export interface Reading<T> {
  readonly queries: readonly Query[];
  make(answers: readonly unknown[]): T;
}

export const reading = <const queries extends readonly Query[], T>(
  queries: queries,
  make: (...answers: RowsOf<queries>) => T,
): Reading<T> => ({
  queries,
  // Whoever reads gives the answers of these queries.
  make: (answers) => make(...(answers as RowsOf<queries>)),
});

type Readings<T> = { readonly [name in keyof T]: Reading<T[name]> };

/** A value, or the place that is kept for it until it is given. */
export type Given<T> = T | Placeholder;

type Value = Hex | number | bigint | readonly Hex[];

type Values<name extends string> = Readonly<Record<name, Value>>;
type Places<name extends string> = Readonly<Record<name, Placeholder<name>>>;

/**
 * Reads all in one statement. Each way to the database and back, and each statement that it has to take in, costs more than
 * finding the few rows by their keys; so does putting the statement together, which is done once, and planning it, which each
 * connection does a few times and then keeps.
 * @param names of the values that differ from one time to the next
 * @param of is asked once, with places for the values
 */
export function readTogether<const name extends string, T extends object>(
  names: readonly name[],
  of: (db: Builder, places: Places<name>) => Readings<T>,
): (db: Db, values: Values<name>) => Promise<T> {
  let made: { readonly parts: [string, Reading<unknown>][]; readonly ask: Ask } | undefined;
  return async (db, values) => {
    if (made === undefined) {
      const parts = Object.entries<Reading<unknown>>(of(NOWHERE, placesOf(names)));
      made = { parts, ask: askTogether(parts.flatMap(([, { queries }]) => queries)) };
    }
    const answers = await made.ask(db, values);
    let place = 0;
    const found = made.parts.map(([name, { queries, make }]) => {
      const own = answers.slice(place, place + queries.length);
      place += queries.length;
      return [name, make(own)];
    });
    return Object.fromEntries(found) as T;
  };
}

/** The same of one reading. */
export function readOne<const name extends string, T>(
  names: readonly name[],
  of: (db: Builder, places: Places<name>) => Reading<T>,
): (db: Db, values: Values<name>) => Promise<T> {
  const read = readTogether(names, (db, places) => ({ one: of(db, places) }));
  return async (db, values) => (await read(db, values)).one;
}

/**
 * Reads the rows of one query, whose statement is put together once, and planned for its values each time: that of a list
 * finds its rows by another index for one value than for the next. Values go to the database as they are.
 */
export function readRows<const name extends string>(
  names: readonly name[],
  of: (db: Builder, places: Places<name>) => Query,
): (
  db: Db,
  values: Readonly<Record<name, string | number | bigint | undefined>>,
) => Promise<readonly object[]> {
  const query = of(NOWHERE, placesOf(names));
  const { sql: text, params } = DIALECT.sqlToQuery(query.getSQL());
  const read = rowReader(query);
  return async (db, values) => {
    const given = fillPlaceholders(params, values);
    const { rows } = await db.$client.query<unknown[]>({ text, rowMode: "array" }, given);
    return rows.map(read);
  };
}

/** Several values: given together, or each by itself. */
export type Several = Placeholder | readonly Given<Hex>[];

/** As `inArray`, of however many values in one text. */
export const isOneOf = (column: Column, values: Several): SQL => sql`${column} = ANY(${listOf(values)})`;

/**
 * As an array of the database. Where it can see how many there are it plans for so many, and not for ten; for these it would
 * plan anew each time.
 */
export const listOf = (values: Several): SQL =>
  Array.isArray(values) ? sql`ARRAY[${sql.join(values, sql`, `)}]::text[]` : sql`${values}::text[]`;

/** Puts queries together, and asks none. */
const NOWHERE: Builder = drizzle.mock();
const DIALECT = new PgDialect();

const placesOf = <name extends string>(names: readonly name[]): Places<name> =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Places<name>;

/** Gives the rows of each query. */
type Ask = (db: Db, values: Values<string>) => Promise<unknown[]>;

let statements = 0;

function askTogether(queries: readonly Query[]): Ask {
  const parts = queries.map((query, i) => sql`(${asJson(query)}) AS ${sql.identifier(`q${i}`)}`);
  const { sql: text, params } = DIALECT.sqlToQuery(sql`SELECT ${sql.join(parts, sql`, `)}`);
  const readers = queries.map(rowReader);
  statements += 1;
  const statement = { name: `azora_${statements}`, text };
  return async (db, values) => {
    const { rows } = await db.$client.query<Record<string, unknown[][]>>(
      statement,
      fillPlaceholders(params, inSmallLetters(values)),
    );
    return readers.map((read, i) => rows[0]?.[`q${i}`]?.map(read) ?? []);
  };
}

/** As the columns of the index have hex; a value whose place is kept by itself is not mapped by its column. */
const inSmallLetters = (values: Values<string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === "string") return [name, value.toLowerCase()];
      return [name, Array.isArray(value) ? value.map((each: Hex) => each.toLowerCase()) : value];
    }),
  );

/** A query's rows as one value: an array of arrays, in their order. */
function asJson(query: Query): SQL {
  const fields = Object.values(query._.selectedFields);
  const names = fields.map((_, i) => sql.identifier(`c${i}`));
  const values = fields.map((field, i) => toDriverValue(field, sql`${names[i]}`));
  return sql`SELECT coalesce(json_agg(json_build_array(${sql.join(values, sql`, `)})), '[]')
    FROM (${query.getSQL()}) AS answer(${sql.join(names, sql`, `)})`;
}

/**
 * As the driver gives a value: a number of JSON would lose the last digits of a long one. Of an expression, which has no type
 * of its own here, the database says whether it is one.
 */
function toDriverValue(field: unknown, value: SQL): SQL {
  if (is(field, Column)) return LONG.test(field.getSQLType()) ? sql`${value}::text` : value;
  return sql`CASE WHEN pg_typeof(${value}) IN ('bigint'::regtype, 'numeric'::regtype)
    THEN to_json(${value}::text) ELSE to_json(${value}) END`;
}

const LONG = /^(numeric|bigint)\b/;

function rowReader(query: Query): (values: readonly unknown[]) => object {
  const fields = Object.entries(query._.selectedFields).map(
    ([name, field]): Field => [name, decoderOf(field)],
  );
  return (values) => {
    const row: Record<string, unknown> = {};
    fields.forEach(([name, decoder], i) => {
      const value = values[i] ?? null;
      row[name] = value === null ? null : decoder.mapFromDriverValue(value);
    });
    return row;
  };
}

type Decoder = DriverValueDecoder<unknown, unknown>;
type Field = readonly [name: string, decoder: Decoder];

function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as Decoding).decoder;
  throw new TypeError("Only columns and expressions can be read together.");
}

/** What `mapWith` set, or nothing that changes a value; drizzle leaves it out of its types. */
type Decoding = SQL & { readonly decoder: Decoder };
