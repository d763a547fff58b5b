import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { explain, replay } from "@azora/sdk";
import { compareIndex } from "./local/agreement/index.ts";
import { playCases } from "./local/cases/index.ts";
import { exitCodeOf, LocalFailure, UsageFailure } from "./local/failure.ts";
import { figuresOf, problemsOf } from "./local/figures.ts";
import { DEFAULT_SEED, generated, ownHistory } from "./local/history.ts";
import { importUntilPaid } from "./local/importing.ts";
import { payOut } from "./local/payout.ts";
import { persist } from "./local/persist.ts";
import { freePorts } from "./local/ports.ts";
import { createProgress, type Progress } from "./local/progress.ts";
import { proveAndLink } from "./local/proving.ts";
import { openSession, removeNetwork, type Session } from "./local/session.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const USAGE = `npm run demo [-- --seed N] [--keep]

Runs a whole local network on free ports, without a terminal: imports this repository's history and a generated one, has
them judged and paid, links some identities and withdraws to fresh accounts, one of them by a proof, proves every figure from the chain's logs, and
compares the index with the contracts, value by value. Prints one line of JSON, and exits with 0, or with 1 and the reason.

  --seed N   determines the generated history (default ${DEFAULT_SEED})
  --keep     keeps the network's folder and says where it is`;
/** Identities that are linked and paid out, of each input. */
const PAYOUTS = 3;

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());

function parsed() {
  try {
    return parseArgs({
      options: { seed: { type: "string" }, keep: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    }).values;
  } catch (error) {
    throw new UsageFailure(error instanceof Error ? error.message : String(error));
  }
}

function options() {
  const values = parsed();
  const seed = Number(values.seed ?? DEFAULT_SEED);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new UsageFailure("--seed must be a whole number from 0.");
  return { seed, keep: values.keep ?? false, help: values.help ?? false };
}

async function run(seed: number, folder: string) {
  const started = Date.now();
  // Progress goes to stderr, so that stdout is the one line of JSON.
  const progress = createProgress(process.stderr);
  const { signal } = interrupted;
  const ports = await freePorts();
  const session = await openSession({ folder, ports, say: progress.say, onState: progress.status, signal });
  try {
    return await Promise.race([drive(session, seed, progress, started), session.broken]);
  } finally {
    await session.stop();
    progress.close();
  }
}

async function drive(session: Session, seed: number, progress: Progress, started: number) {
  const { signal } = session;
  const inputs: Record<string, number> = {};
  for (const source of [await ownHistory(ROOT, progress.say), generated(seed)]) {
    const { contributions } = await importUntilPaid(session, source, progress, signal);
    inputs[source.name] = contributions.length;
    const payouts = await payOut(session, PAYOUTS, signal);
    progress.say(
      `${source.name}: ${contributions.length} contributions, ${payouts.length} identities linked and paid.`,
    );
  }
  const proven = await proveAndLink(session, progress, signal);
  progress.say(`${proven.identity} was linked to ${proven.account} by a proof of its key.`);
  const cases = await playCases(session, progress, signal);
  progress.say("Recomputing everything from the chain's logs.");
  const report = await persist(() => replay(session.client, session.network.deployment), signal);
  const figures = await persist(() => figuresOf(session, report), signal);
  const problems = await persist(() => problemsOf(session, figures, report), signal);
  progress.say("Comparing the index with the contracts, value by value.");
  const agreement = await persist(
    () => compareIndex(session.network, session.client, session.apiUrl),
    signal,
  );
  await session.webReady;
  problems.push(...cases.problems, ...agreement.problems, ...(await problemsOfWeb(session.webUrl)));
  return {
    figures: {
      inputs,
      linkedByProof: proven.amount > 0n ? 1 : 0,
      ...figures,
      ...cases.figures,
      indexed: agreement.contributions,
      indexAgrees: agreement.problems.length === 0 && agreement.contributions === figures.contributions,
      compared: agreement.compared,
      seconds: Math.round((Date.now() - started) / 1_000),
    },
    problems,
  };
}

/** What does not hold of the web app, in sentences: it must show what was imported. */
async function problemsOfWeb(webUrl: string): Promise<string[]> {
  const response = await fetch(`${webUrl}/contributions`);
  if (!response.ok) return [`The web app answered ${response.status} for its list of contributions.`];
  const page = await response.text();
  return /href="\/contributions\/0x01/.test(page) ? [] : ["The web app's list of contributions shows none."];
}

async function main(): Promise<number> {
  const { seed, keep, help } = options();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), "azora-demo-"));
  chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
  try {
    const { figures, problems } = await run(seed, folder);
    console.log(JSON.stringify(figures));
    for (const problem of problems) console.error(problem);
    return problems.length === 0 ? 0 : 1;
  } finally {
    if (keep) console.error(`Kept in ${folder}.`);
    else removeNetwork(folder);
  }
}

process.exitCode = await main().catch((error) => {
  if (process.env.AZORA_DEBUG !== undefined) console.error(error);
  const sentence = error instanceof LocalFailure ? error.message : explain(error).sentence;
  console.error(interrupted.signal.aborted ? "Interrupted." : sentence);
  return interrupted.signal.aborted ? 130 : exitCodeOf(error);
});
