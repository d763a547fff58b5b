import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { provision, type RoleUrls } from "@azora/api/database";
import pg from "pg";
import { placeForPostgres, postgresUrl, preparePostgres, spawnPostgres } from "../postgres.ts";
import { LocalFailure } from "./failure.ts";
import type { Service } from "./supervisor.ts";
import { writeWhole } from "./writeWhole.ts";

export interface Database {
  /** As the one who may do everything there. */
  adminUrl: string;
  /** Runs it; nothing for a database of somebody else's. */
  service: Service | undefined;
}

/** PostgreSQL with its data in `folder`, or the one that DATABASE_URL names. */
export function localDatabase({
  folder,
  port,
  say,
}: {
  folder: string;
  port: number;
  say(line: string): void;
}): Database {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL !== undefined) {
    // It may have been set for something else: nobody should have to guess where the roles were made.
    const { hostname, port: at, pathname } = new URL(DATABASE_URL);
    say(
      `DATABASE_URL is set: the index goes to the database ${pathname.slice(1)} at ${hostname}:${at || 5432}.`,
    );
    return { adminUrl: DATABASE_URL, service: undefined };
  }
  const place = placeForPostgres(folder);
  if (place !== folder)
    say(
      `PostgreSQL does not run as root, and nobody else can enter ${folder}: its data is kept in ${place}.`,
    );
  const server = preparePostgres(place);
  const adminUrl = postgresUrl(server, port);
  return {
    adminUrl,
    service: {
      name: "database",
      address: `127.0.0.1:${port}`,
      launch: (log) => spawnPostgres(server, port, log),
      isReady: () => answers(adminUrl),
      // "Fast": rolls back what is open.
      stopSignal: "SIGINT",
    },
  };
}

/** The connections of the indexer and of the API, each with a role of its own, which may do no more than it has to. */
export async function connections(adminUrl: string, folder: string): Promise<RoleUrls> {
  try {
    return await provision(adminUrl, passwords(path.join(folder, "database.json")));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LocalFailure(`The database could not be prepared: ${reason}.`, { cause: error });
  }
}

/** Made once and kept beside the network, readable by its owner only. */
function passwords(file: string): { indexer: string; api: string } {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const made = { indexer: randomBytes(24).toString("hex"), api: randomBytes(24).toString("hex") };
  writeWhole(file, JSON.stringify(made), 0o600);
  return made;
}

async function answers(url: string): Promise<boolean> {
  await withDatabase(url, (client) => client.query("SELECT 1"));
  return true;
}

/** Does something with a connection of its own. Throws the database's errors. */
export async function withDatabase<result>(
  url: string,
  work: (client: pg.Client) => Promise<result>,
): Promise<result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A connection that breaks while it is idle would otherwise end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
