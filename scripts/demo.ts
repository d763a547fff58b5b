import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { explain, replay } from "@azora/sdk";
import { figuresOf, problemsOf } from "./local/figures.ts";
import { DEFAULT_SEED, generated, ownHistory } from "./local/history.ts";
import { importUntilPaid } from "./local/importing.ts";
import { payOut } from "./local/payout.ts";
import { freePorts } from "./local/ports.ts";
import { createProgress } from "./local/progress.ts";
import { openSession } from "./local/session.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const USAGE = `npm run demo [-- --seed N] [--keep]

Runs a whole local network on free ports, without a terminal: imports this repository's history and a generated one, has
them judged and paid, links some identities and withdraws to fresh accounts, and proves every figure from the chain's logs.
Prints one line of JSON, and exits with 0, or with 1 and the reason.

  --seed N   determines the generated history (default ${DEFAULT_SEED})
  --keep     keeps the network's folder and says where it is`;
/** Identities that are linked and paid out, of each input. */
const PAYOUTS = 3;

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());

function options() {
  const { values } = parseArgs({
    options: { seed: { type: "string" }, keep: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  const seed = Number(values.seed ?? DEFAULT_SEED);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error("--seed must be a whole number from 0.");
  return { seed, keep: values.keep ?? false, help: values.help ?? false };
}

async function run(seed: number, folder: string) {
  const started = Date.now();
  // Progress goes to stderr, so that stdout is the one line of JSON.
  const progress = createProgress(process.stderr);
  const session = await openSession({ folder, ports: await freePorts(), say: progress.say });
  try {
    const inputs: Record<string, number> = {};
    for (const source of [await ownHistory(ROOT, progress.say), generated(seed)]) {
      const { contributions } = await importUntilPaid(session, source, progress, interrupted.signal);
      inputs[source.name] = contributions.length;
      const payouts = await payOut(session, PAYOUTS, interrupted.signal);
      progress.say(
        `${source.name}: ${contributions.length} contributions, ${payouts.length} identities linked and paid.`,
      );
    }
    progress.say("Recomputing everything from the chain's logs.");
    const report = await replay(session.client, session.network.deployment);
    const figures = await figuresOf(session, report);
    const problems = await problemsOf(session, figures, report);
    return { figures: { inputs, ...figures, seconds: Math.round((Date.now() - started) / 1_000) }, problems };
  } finally {
    await session.stop();
  }
}

async function main(): Promise<number> {
  const { seed, keep, help } = options();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), "azora-demo-"));
  try {
    const { figures, problems } = await run(seed, folder);
    console.log(JSON.stringify(figures));
    for (const problem of problems) console.error(problem);
    return problems.length === 0 ? 0 : 1;
  } finally {
    if (keep) console.error(`Kept in ${folder}.`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error) => {
  if (process.env.AZORA_DEBUG !== undefined) console.error(error);
  console.error(interrupted.signal.aborted ? "Interrupted." : explain(error).sentence);
  return interrupted.signal.aborted ? 130 : 1;
});
