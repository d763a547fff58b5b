import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runner } from "node-pg-migrate";
import { Client } from "pg";

const FOLDER = fileURLToPath(new URL("../../migrations", import.meta.url));
/** Where it is noted which have run. */
export const MIGRATIONS_TABLE = "migrations";

/** The names of all migrations, in the order in which they run. */
export function migrationNames(): string[] {
  return readdirSync(FOLDER)
    .map((file) => file.replace(/\.sql$/, ""))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

/**
 * Brings the API's schema up to date, in one transaction and under an advisory lock: copies that start together wait for
 * the first.
 *
 * @param count How many migrations to run at most.
 */
export async function migrate(
  databaseUrl: string,
  schema: string,
  count = Number.POSITIVE_INFINITY,
): Promise<void> {
  const client = new Client(databaseUrl);
  client.on("error", () => undefined); // what is under way fails by itself
  await client.connect();
  try {
    await createSchema(client, schema);
    await runner({
      dbClient: client,
      dir: FOLDER,
      direction: "up",
      count,
      schema,
      migrationsSchema: schema,
      migrationsTable: MIGRATIONS_TABLE,
      advisoryLockMode: "wait",
      log: () => undefined,
    });
  } finally {
    await client.end();
  }
}

/** Asks first: whoever may not create schemas may not do so "if not exists" either. Those who create it together wait. */
async function createSchema(client: Client, schema: string): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [schema]);
  const { rowCount } = await client.query("SELECT FROM pg_namespace WHERE nspname = $1", [schema]);
  if (rowCount === 0) await client.query(`CREATE SCHEMA ${client.escapeIdentifier(schema)}`);
  await client.query("COMMIT");
}
