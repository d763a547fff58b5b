import { rmSync } from "node:fs";
import { Client } from "pg";
import { type Postgres, roomForPostgres, startPostgres } from "../../../scripts/postgres.ts";

/** One server for all tests of a process, started by the first that needs it; each gets databases of its own. */
let server: Promise<{ postgres: Postgres; room: string }> | undefined;
let databases = 0;

after("stops PostgreSQL", async function () {
  this.timeout(30_000);
  const started = await server?.catch(() => undefined);
  await started?.postgres.stop();
  if (started) rmSync(started.room, { recursive: true, force: true });
});

async function start() {
  const room = roomForPostgres();
  return { postgres: await startPostgres(room), room };
}

/** A new, empty database, as its administrator connects to it. */
export async function createDatabase(): Promise<string> {
  server ??= start();
  const { postgres } = await server;
  databases += 1;
  const url = new URL(postgres.url);
  url.pathname = `/test_${databases}`;
  await query(postgres.url, `CREATE DATABASE test_${databases}`);
  return url.href;
}

/** Runs statements on a connection of their own, and gives the rows of the last. */
export async function query(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}
