import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient } from "pg";
import { logEvent } from "../log.ts";
import { isDatabaseAway } from "./troubles.ts";

/**
 * Queries over one connection. Tables are found by the search path: the API's own first, so that no view of the index can
 * stand in for one of them.
 */
export type Db = NodePgDatabase<Record<string, never>>;

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

/** A pool that survives the database: connections that die are replaced when they are needed next. */
export function createPool(connectionString: string, { index, api }: Schemas): Pool {
  const pool = new Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
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
  const client = await begin(pool, mode);
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

/** A connection that died while it was idle shows it now: then the next one is taken, and in the end a new one. */
async function begin(pool: Pool, mode: Mode): Promise<PoolClient> {
  for (let attempt = 0; ; attempt += 1) {
    const client = await pool.connect();
    try {
      await client.query(`BEGIN ISOLATION LEVEL ${mode}`);
      return client;
    } catch (error) {
      client.release(true);
      if (attempt === CONNECTIONS || !isDatabaseAway(error)) throw error;
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
