import type { Pool } from "pg";
import type { z } from "zod";
import { MIGRATIONS_TABLE, migrationNames } from "../../database/migrate.ts";
import { type Schemas, transact } from "../../database/pools.ts";
import { audit } from "../../database/tables.ts";
import { isDatabaseAway, isIndexMissing } from "../../database/troubles.ts";
import { logProblem } from "../../log.ts";
import type { readySchema } from "./schema.ts";

type Readiness = z.infer<typeof readySchema>;
type Check = Readiness["checks"][number];

const EXPECTED = migrationNames();

/** Whether this copy can serve. Asks the database each time: what held a second ago may not hold now. */
export async function readReadiness(pool: Pool, schemas: Schemas): Promise<Readiness> {
  const checks = [
    await check("database", "answers", () => ask(pool, "SELECT 1").then(() => undefined)),
    await check("schema", "is up to date", () => findMissingMigrations(pool, schemas.api)),
    await check("index", "is there", () => findMissingIndex(pool)),
    await check("proof", "nothing is known to be wrong", () => findFaults(pool)),
  ];
  return { status: checks.every(({ ok }) => ok) ? "ready" : "not ready", checks };
}

/** Each check has a transaction of its own: one that failed would spoil the next. */
async function ask(pool: Pool, statement: string): Promise<Record<string, unknown>[]> {
  const { rows } = await transact(pool, "READ COMMITTED READ ONLY", (db) => db.execute(statement));
  return rows;
}

/** @param find What is wrong, if anything. */
async function check(name: string, well: string, find: () => Promise<string | undefined>): Promise<Check> {
  try {
    const trouble = await find();
    return { name, ok: trouble === undefined, detail: trouble ?? well };
  } catch (error) {
    if (isDatabaseAway(error)) return { name, ok: false, detail: "the database is away" };
    logProblem("failed to check readiness", error, { check: name });
    return { name, ok: false, detail: "the check failed; the log says why" };
  }
}

async function findMissingMigrations(pool: Pool, schema: string): Promise<string | undefined> {
  try {
    // The schema's name is one that needs no quotes, see config.ts.
    const rows = await ask(pool, `SELECT name FROM ${schema}.${MIGRATIONS_TABLE}`);
    const missing = EXPECTED.filter((name) => !rows.some((row) => row.name === name));
    return missing.length === 0 ? undefined : `lacks the migrations ${missing.join(", ")}`;
  } catch (error) {
    if (isIndexMissing(error)) return "no migration has run";
    throw error;
  }
}

async function findMissingIndex(pool: Pool): Promise<string | undefined> {
  try {
    const rows = await ask(pool, "SELECT number FROM block LIMIT 1");
    return rows.length === 1 ? undefined : "has no block yet";
  } catch (error) {
    if (isIndexMissing(error)) return "is being built for the first time";
    throw error;
  }
}

/** What the auditor found wrong in the index. One that does not run finds nothing, which is no reason not to serve. */
async function findFaults(pool: Pool): Promise<string | undefined> {
  const [verdict] = await transact(pool, "READ COMMITTED READ ONLY", (db) => db.select().from(audit));
  if (verdict === undefined || verdict.faults === 0) return undefined;
  const first = verdict.findings[0]?.detail ?? "something is wrong";
  return verdict.faults === 1 ? first : `${first}, and ${verdict.faults - 1} more`;
}
