import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { answersWell } from "../../../scripts/local/answersWell.ts";
import { withDatabase } from "../../../scripts/local/database.ts";
import { spawnPonder } from "../../../scripts/local/indexer.ts";
import { freePorts } from "../../../scripts/local/ports.ts";
import type { Contender, Ground, Indexed } from "./contender.ts";

const PLAIN = fileURLToPath(new URL("./plain", import.meta.url));
/** Where a Ponder app keeps its tables. */
export const SCHEMA = "app";
const LIMIT_MS = 3_600_000;
/** Names of the node, for the product and for the plain app: enough that neither waits for it. */
const RPC_NAMES = 32;

/** The product: all tables, and the indexes that the API reads by. */
export const azora: Contender = {
  name: "Azora",
  keeps: "53 tables",
  run: (ground) => indexWith(ground, "event"),
};

/** The same contracts and settings, and nothing but an insert in each handler. */
export const plainPonder: Contender = {
  name: "plain Ponder",
  keeps: "a row an event",
  run: (ground) => indexWith(ground, "log", PLAIN),
};

async function indexWith(ground: Ground, eventTable: string, root?: string): Promise<Indexed> {
  const { chain, databaseUrl, networkFile, folder } = ground;
  const { indexer: port } = await freePorts();
  const log = openSync(path.join(folder, "ponder.log"), "w");
  const started = performance.now();
  process.env.AZORA_RPC_NAMES = `${RPC_NAMES}`;
  const child = spawnPonder({
    ...(root !== undefined && { root }),
    log,
    port,
    url: databaseUrl,
    networkFile,
    schema: SCHEMA,
    headFrom: Number(chain.head),
  });
  closeSync(log);
  const ended = once(child, "exit");
  try {
    while (!(await answersWell(`http://127.0.0.1:${port}/ready`).catch(() => false))) {
      if (child.exitCode !== null) throw new Error(`Ponder ended: see ${folder}/ponder.log.`);
      if (performance.now() - started > LIMIT_MS) throw new Error("Ponder takes more than an hour.");
      await sleep(100);
    }
    const seconds = (performance.now() - started) / 1_000;
    return { seconds, ...(await countIn(databaseUrl, eventTable)) };
  } finally {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
  }
}

async function countIn(url: string, eventTable: string): Promise<{ events: number; rows: number }> {
  return withDatabase(url, async (database) => {
    const { rows: tables } = await database.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 AND table_type = 'BASE TABLE'",
      [SCHEMA],
    );
    const counts = new Map<string, number>();
    for (const { name } of tables) {
      if (name.startsWith("_")) continue; // Ponder's own
      const { rows } = await database.query<{ count: string }>(`SELECT count(*) FROM "${SCHEMA}"."${name}"`);
      counts.set(name, Number(rows[0]?.count));
    }
    return {
      events: counts.get(eventTable) ?? 0,
      rows: [...counts.values()].reduce((sum, count) => sum + count, 0),
    };
  });
}
