import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Network } from "@azora/sdk/files";
import type { PublicClient } from "viem";
import { z } from "zod";
import { answersWell } from "./answersWell.ts";
import { withDatabase } from "./database.ts";
import type { Service } from "./supervisor.ts";
import { writeWhole } from "./writeWhole.ts";

const ROOT = fileURLToPath(new URL("../../indexer", import.meta.url));
/** It exports no path to its program, but npm puts one there. */
const PONDER = fileURLToPath(new URL("../../node_modules/.bin/ponder", import.meta.url));
/** Everything that decides what the rows look like. */
const SOURCES = [
  "ponder.config.ts",
  "contracts.ts",
  "environment.ts",
  "ponder.schema.ts",
  "schema/*.ts",
  "src/**/*.ts",
  "../sdk/src/generated/abis.ts",
];
/** The schema whose views lead to the newest index that has caught up; the API reads there. */
export const VIEWS_SCHEMA = "azora";
const INDEX_SCHEMA = /^azora_[0-9a-f]{8}_\d+$/;
/** Ponder asks the chain about each block again and again while it is quiet; that is its log's business, not ours. */
const READY_MS = 120_000;

/** Of which chain, by which code and for the how-manieth time the index of a folder was built, and from which block on each has a row. */
const builtSchema = z.object({
  chain: z.string(),
  build: z.string(),
  generation: z.int().min(0),
  headFrom: z.int().min(0),
});
type Built = z.infer<typeof builtSchema>;

export interface Indexer {
  service: Service;
  /** Begins a new index beside the old one, which serves until the new one has caught up. Only while it is off. */
  beginAnew(): Promise<void>;
  /** Lets go of indexes that nobody reads any more. Only once the present one serves. */
  dropOld(): Promise<void>;
}

export interface IndexerOptions {
  folder: string;
  networkFile: string;
  network: Network;
  client: PublicClient;
  port: number;
  /** As the role that writes the index. */
  url: string;
}

/**
 * Ponder, with its rows in a schema of their own for each chain, build and generation. What it had read of a chain that was
 * started afresh is forgotten first: the logs of one chain would be taken for those of another.
 */
export async function localIndexer(options: IndexerOptions): Promise<Indexer> {
  const { folder, networkFile, network, client, port, url } = options;
  const file = path.join(folder, "index.json");
  const { hash: chain } = await client.getBlock({ blockNumber: BigInt(network.deployment.block) });
  const build = buildOf(network);
  const before = readBuilt(file);
  if (before?.chain !== chain) await forget(url);
  // A build that comes back may find rows of its own, begun at another block: so each index has a number of its own.
  const generation = before?.chain === chain ? before.generation + 1 : 0;
  const kept = before?.chain === chain && before.build === build;
  let built = kept ? before : { chain, build, generation, headFrom: await headOf(client) };
  writeWhole(file, JSON.stringify(built));
  const schema = () => `azora_${built.build}_${built.generation}`;

  return {
    service: {
      name: "indexer",
      readyMs: READY_MS,
      launch: (log) =>
        spawnPonder({ log, port, url, networkFile, schema: schema(), headFrom: built.headFrom }),
      isReady: () => answersWell(`http://127.0.0.1:${port}/ready`),
    },
    async beginAnew() {
      built = { ...built, generation: built.generation + 1, headFrom: await headOf(client) };
      writeWhole(file, JSON.stringify(built));
      // What it had read may be of blocks that are no more.
      await withDatabase(url, (database) => database.query("DROP SCHEMA IF EXISTS ponder_sync CASCADE"));
    },
    dropOld: () => dropIndexes(url, (name) => name !== schema()),
  };
}

interface PonderOptions {
  /** The folder of the app; the product's own unless said. */
  root?: string;
  log: number;
  port: number;
  url: string;
  networkFile: string;
  schema: string;
  /** The same at each start of one index: Ponder takes another one for another index, and refuses its schema. */
  headFrom: number;
}

export function spawnPonder({ root = ROOT, log, port, url, networkFile, schema, headFrom }: PonderOptions) {
  const flags = [
    "--schema",
    schema,
    "--views-schema",
    VIEWS_SCHEMA,
    "--hostname",
    "127.0.0.1",
    "--port",
    String(port),
  ];
  return spawn(process.execPath, [PONDER, "start", ...flags], {
    cwd: root,
    stdio: ["ignore", log, log],
    detached: true,
    env: {
      ...process.env,
      AZORA_NETWORK: path.resolve(networkFile),
      AZORA_HEAD_FROM: String(headFrom),
      DATABASE_URL: url,
      PONDER_TELEMETRY_DISABLED: "1",
      NO_COLOR: "1",
    },
  });
}

const headOf = async (client: PublicClient) => Number(await client.getBlockNumber({ cacheTime: 0 }));

function buildOf({ deployment }: Network): string {
  const hash = createHash("sha256").update(JSON.stringify(deployment));
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest("hex").slice(0, 8);
}

/** Nothing for a file that is none of ours: the index is then built anew, which costs time and nothing else. */
function readBuilt(file: string): Built | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return builtSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Lets go of everything that was indexed or read of another chain. */
async function forget(url: string): Promise<void> {
  await withDatabase(url, (database) => database.query("DROP SCHEMA IF EXISTS ponder_sync CASCADE"));
  await dropIndexes(url, () => true);
}

async function dropIndexes(url: string, isOld: (schema: string) => boolean): Promise<void> {
  await withDatabase(url, async (database) => {
    const { rows } = await database.query<{ name: string }>(
      "SELECT schema_name AS name FROM information_schema.schemata",
    );
    for (const { name } of rows) {
      // The pattern has no quotes in it, so the name can stand in the statement.
      if (INDEX_SCHEMA.test(name) && isOld(name)) await database.query(`DROP SCHEMA "${name}" CASCADE`);
    }
  });
}
