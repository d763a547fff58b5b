// npm run bench -- index|api|all [--contributions N] [--events N] [--without-envio] [--without-postgraphile]
//
// Side by side, on the same data, in one run: what is to be compared are ratios, for machines differ and are busy. Each takes
// some twenty minutes at its full size, and all some thirty. Ends with 1 if an aim was missed.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { roomForPostgres, startPostgres } from "../../scripts/postgres.ts";
import { benchApi } from "./api/bench.ts";
import { type BenchChain, benchChain } from "./data/chain.ts";
import type { HistorySize } from "./data/history.ts";
import { benchIndex } from "./index/bench.ts";
import { azora } from "./index/ponder.ts";
import { indexBy } from "./index/run.ts";

const USAGE =
  "Usage: npm run bench -- index|api|all [--contributions N] [--events N] [--without-envio] [--without-postgraphile], whole numbers from 1000.";

const { which, size, withEnvio, withPostgraphile } = readArguments();
const folder = mkdtempSync(path.join(os.tmpdir(), "azora-bench-"));
chmodSync(folder, 0o711);
const room = roomForPostgres();
const postgres = await startPostgres(room);
const started = performance.now();
const say = (line: string) =>
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${line}\n`);
try {
  const tenth = path.join(folder, "tenth");
  const small =
    which === "index"
      ? undefined
      : await onChain(tenthOf(size), (chain) => indexBy(azora, chain, postgres, tenth));
  const missed = await onChain(size, async (chain) => {
    const place = { postgres, folder: path.join(folder, "whole"), say };
    if (which === "api") return { ours: await indexBy(azora, chain, postgres, place.folder), missed: [] };
    return benchIndex({ chain, withEnvio, ...place });
  }).then(async ({ ours: large, missed }) => [
    ...missed,
    ...(small ? await benchApi({ small, large, postgres, withPostgraphile, say }) : []),
  ]);
  for (const aim of missed) console.log(`MISSED: ${aim}`);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(room, { recursive: true, force: true });
}

function tenthOf({ contributions, events }: HistorySize): HistorySize {
  return { contributions: contributions / 10, events: events / 10 };
}

/** Works while the chain is there, which is not needed once it is indexed. */
async function onChain<T>(of: HistorySize, work: (chain: BenchChain) => Promise<T>): Promise<T> {
  const chain = await benchChain(of, say);
  try {
    return await work(chain);
  } finally {
    await chain.stop();
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        contributions: { type: "string", default: "100000" },
        events: { type: "string", default: "1000000" },
        "without-envio": { type: "boolean", default: false },
        "without-postgraphile": { type: "boolean", default: false },
      },
    });
    const [which] = positionals;
    const size = { contributions: Number(values.contributions), events: Number(values.events) };
    if ((which !== "index" && which !== "api" && which !== "all") || positionals.length > 1)
      throw new Error("Say which one.");
    if (!Object.values(size).every((each) => Number.isInteger(each) && each >= 1_000))
      throw new Error("Wrong number.");
    return {
      which,
      size,
      withEnvio: !values["without-envio"],
      withPostgraphile: !values["without-postgraphile"],
    };
  } catch (error) {
    console.error(`npm run bench: ${error instanceof Error ? error.message : error} ${USAGE}`);
    process.exit(2);
  }
}
