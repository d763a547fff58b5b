import { Column, type DriverValueDecoder, is, SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "./pools.ts";

/** A query of drizzle's that has not been asked yet; its fields are columns or expressions, not groups of them. */
interface Query extends SQLWrapper, PromiseLike<readonly object[]> {
  readonly _: { readonly selectedFields: object };
}

type RowsOf<queries extends readonly Query[]> = { [i in keyof queries]: Awaited<queries[i]> };

/** What is to be asked, and what is made of the rows. Until it is read, nothing is asked. */
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

/**
 * Reads all in one statement. Each way to the database and back, and each statement that it has to take in, costs more than
 * finding the few rows by their keys.
 */
export async function readTogether<T extends object>(db: Db, readings: Readings<T>): Promise<T> {
  const named = Object.entries<Reading<unknown>>(readings);
  const answers = await askTogether(
    db,
    named.flatMap(([, { queries }]) => queries),
  );
  let place = 0;
  const made = named.map(([name, { queries, make }]) => {
    const own = answers.slice(place, place + queries.length);
    place += queries.length;
    return [name, make(own)];
  });
  return Object.fromEntries(made) as T;
}

export const readOne = async <T>(db: Db, one: Reading<T>): Promise<T> =>
  one.make(await askTogether(db, one.queries));

async function askTogether(db: Db, queries: readonly Query[]): Promise<unknown[]> {
  const [first] = queries;
  if (first !== undefined && queries.length === 1) return [await first];
  const answers = queries.map((query, i) => sql`(${asJson(query)}) AS ${sql.identifier(`q${i}`)}`);
  const { rows } = await db.execute<Record<string, unknown[][]>>(sql`SELECT ${sql.join(answers, sql`, `)}`);
  return queries.map((query, i) => rows[0]?.[`q${i}`]?.map((row) => rowOf(query, row)) ?? []);
}

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

function rowOf(query: Query, values: readonly unknown[]): object {
  const fields = Object.entries(query._.selectedFields);
  return Object.fromEntries(fields.map(([name, field], i) => [name, fieldOf(field, values[i])]));
}

function fieldOf(field: unknown, value: unknown): unknown {
  if (is(field, Column)) return value === null ? null : field.mapFromDriverValue(value);
  if (is(field, SQL)) return value === null ? null : (field as Decoding).decoder.mapFromDriverValue(value);
  throw new TypeError("Only columns and expressions can be read together.");
}

/** What `mapWith` set, or nothing that changes a value; drizzle leaves it out of its types. */
type Decoding = SQL & { readonly decoder: DriverValueDecoder<unknown, unknown> };
