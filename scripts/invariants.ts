// npm run invariants -- --runs N [--seed S]
//
// The properties, stateless and stateful, the lock-step with the reference model, and the index over lives, at any size.
// `npm test` runs them at the size that fits it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const USAGE = "Usage: npm run invariants -- --runs N [--seed S], both whole numbers, N from 1.";
const LIVES = "Contracts and reference model|Index and contracts";

const { runs, seed } = readArguments();
const env = { ...process.env, AZORA_RUNS: runs, ...(seed === undefined ? {} : { AZORA_SEED: seed }) };
for (const args of [
  ["--only", "properties"],
  ["--only", "contracts", "--grep", LIVES],
]) {
  const script = fileURLToPath(new URL("./test.ts", import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: "inherit", env });
  const [code] = await once(child, "exit");
  if (code !== 0) process.exitCode = 1;
}

function readArguments(): { runs: string; seed: string | undefined } {
  try {
    const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
    const { runs = "", seed } = values;
    if (!/^[1-9]\d{0,8}$/.test(runs) || (seed !== undefined && !/^\d{1,9}$/.test(seed)))
      throw new Error("Wrong number.");
    return { runs, seed };
  } catch (error) {
    console.error(`npm run invariants: ${error instanceof Error ? error.message : error} ${USAGE}`);
    process.exit(2);
  }
}
