import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { type ClientBase, Pool, type PoolClient, type QueryResult, type QueryResultRow } from "pg";
import { logEvent } from "../log.ts";
import { isDatabaseAway } from "./troubles.ts";

/**
 * Queries over one connection. Tables are found by the search path: the API's own first, so that no view of the index can
 * stand in for one of them.
 */
export type Db = Builder & { readonly $client: Pick<ClientBase, "query"> };

/** Puts queries together. */
export type Builder = NodePgDatabase<Record<string, never>>;

export interface Schemas {
  index: string;
  api: string;
}

/** An outage ends all connections at once: one line is enough. */
const QUIET_MS = 5_000;
/** How many connections one copy of the API takes at most. */
const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** No query of ours needs it; it ends what went wrong, and what a caller found that is expensive. */
const STATEMENT_MS = 10_000;

/** For so long a connection keeps plans that were made for tables as they were then. */
const LIFETIME_SECONDS = 600;

/** How much longer than a statement may take a connection may say nothing. */
const SILENCE_MS = 2_000;

/** A pool that survives the database: connections that die are replaced when they are needed next. */
export function createPool(connectionString: string, { index, api }: Schemas): Pool {
  const pool = new Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    statement_timeout: STATEMENT_MS,
    // The server's timeout does not help where it is not heard any more.
    query_timeout: STATEMENT_MS + SILENCE_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    application_name: "azora-api",
    options: `-c search_path=${api},${index}`,
  });
  // Without listeners, a connection that the server closes would end this process: idle ones are the pool's, those in use
  // their own. Queries that were under way fail by themselves, and are answered for.
  pool.on("error", sayOnce);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

let saidAt = Number.NEGATIVE_INFINITY;

function sayOnce({ message }: Error): void {
  if (performance.now() - saidAt < QUIET_MS) return;
  saidAt = performance.now();
  logEvent("lost connections to the database", { reason: message });
}

type Mode = "REPEATABLE READ READ ONLY" | "READ COMMITTED READ ONLY" | "READ COMMITTED READ WRITE";

/** Runs `work` in one transaction: all of it or nothing. */
export async function transact<T>(pool: Pool, mode: Mode, work: (db: Db) => Promise<T>): Promise<T> {
  const { client } = await begin(pool, `BEGIN ISOLATION LEVEL ${mode}`);
  try {
    const value = await work(drizzle(client));
    await client.query("COMMIT");
    client.release();
    return value;
  } catch (error) {
    await abandon(client);
    throw error;
  }
}

/**
 * Runs `work` in one snapshot, after a first statement, which is sent with the transaction's beginning; and does not wait for
 * its end, for there is nothing that could be lost. That is one way to the database and back where there would be three.
 * @param statement Without parameters.
 */
export async function readAfter<row extends QueryResultRow, T>(
  pool: Pool,
  statement: string,
  work: (rows: readonly row[], db: Db) => Promise<T>,
): Promise<T> {
  const { client, answers } = await begin<row>(
    pool,
    `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${statement}`,
  );
  try {
    const value = await work(rowsOf(answers), drizzle(client));
    void client.query("COMMIT").then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
    return value;
  } catch (error) {
    await abandon(client);
    throw error;
  }
}

/** Asks one statement without parameters, outside of a transaction. */
export async function ask<row extends QueryResultRow>(
  pool: Pool,
  statement: string,
): Promise<readonly row[]> {
  const { client, answers } = await begin<row>(pool, statement);
  client.release();
  return rowsOf(answers);
}

/** Those of the last statement. Which they are knows who wrote it. */
const rowsOf = <row extends QueryResultRow>(answers: readonly QueryResult<row>[]): readonly row[] =>
  answers.at(-1)?.rows ?? [];

interface Begun<row extends QueryResultRow> {
  client: PoolClient;
  /** One for each statement. */
  answers: readonly QueryResult<row>[];
}

/** A connection that died while it was idle shows it now: then the next one is taken, and in the end a new one. */
async function begin<row extends QueryResultRow>(pool: Pool, statements: string): Promise<Begun<row>> {
  for (let attempt = 0; ; attempt += 1) {
    const client = await pool.connect();
    try {
      const answer: QueryResult<row> | QueryResult<row>[] = await client.query(statements);
      return { client, answers: [answer].flat() };
    } catch (error) {
      if (!isDatabaseAway(error)) {
        await abandon(client);
        throw error;
      }
      client.release(true);
      if (attempt === CONNECTIONS) throw error;
    }
  }
}

/** A connection that cannot roll back is of no more use. */
async function abandon(client: PoolClient): Promise<void> {
  await client.query("ROLLBACK").then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
}
