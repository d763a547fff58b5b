// npm run bench -- index|api [--contributions N] [--events N] [--without-envio] [--without-postgraphile]
//
// Side by side, on the same data, in one run: what is to be compared are ratios, for machines differ and are busy. It takes
// some half an hour at its full size. Ends with 1 if an aim was missed.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { roomForPostgres, startPostgres } from "../../scripts/postgres.ts";
import { benchApi } from "./api/bench.ts";
import { benchIndex } from "./index/bench.ts";

const USAGE =
  "Usage: npm run bench -- index|api [--contributions N] [--events N] [--without-envio] [--without-postgraphile], whole numbers from 1000.";

const { which, size, withEnvio, withPostgraphile } = readArguments();
const folder = mkdtempSync(path.join(os.tmpdir(), "azora-bench-"));
chmodSync(folder, 0o711);
const room = roomForPostgres();
const postgres = await startPostgres(room);
const started = performance.now();
const say = (line: string) =>
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${line}\n`);
try {
  const missed =
    which === "index"
      ? await benchIndex({ size, postgres, folder, withEnvio, say })
      : await benchApi({ size, postgres, folder, withPostgraphile, say });
  for (const aim of missed) console.log(`MISSED: ${aim}`);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(room, { recursive: true, force: true });
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
    if ((which !== "index" && which !== "api") || positionals.length > 1) throw new Error("Say which one.");
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
