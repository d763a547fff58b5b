import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { connect, explain } from "@azora/sdk";
import { type Network, readNetwork } from "@azora/sdk/files";
import type { PublicClient } from "viem";

/** One pass of a worker; it says in lines what it did. */
export type Pass = () => Promise<string[]>;

/** Read first of all: later it may be gone already. */
const PARENT = process.ppid;
const PERIOD_MS = 250;
/** After a pass that failed, so that a node that is away is not hammered. */
const PAUSE_MS = 3_000;

/**
 * Runs a worker until it is told to stop: passes one after the other, each line with its time. A pass that fails is said
 * and tried again; what cannot succeed later ends the process with a sentence.
 */
export async function runWorker(
  name: string,
  start: (network: Network, client: PublicClient, signal: AbortSignal) => Promise<Pass>,
  periodMs = PERIOD_MS,
): Promise<void> {
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());
  const say = (line: string) => console.log(`${new Date().toISOString()} ${name}: ${line}`);
  try {
    const { values } = parseArgs({ options: { network: { type: "string" } } });
    const file = values.network ?? process.env.AZORA_NETWORK;
    if (file === undefined)
      throw new Error("Say which network: --network FILE, or AZORA_NETWORK in the environment.");
    const network = readNetwork(file);
    const pass = await start(network, connect(network), stopped.signal);
    say("ready");
    // If whoever started it is gone, nobody would stop it any more.
    while (!stopped.signal.aborted && process.ppid === PARENT) {
      await pass().then(
        (lines) => lines.forEach(say),
        async (error) => {
          say(`${explain(error).sentence} Trying again.`);
          await wait(PAUSE_MS, stopped.signal);
        },
      );
      await wait(periodMs, stopped.signal);
    }
  } catch (error) {
    console.error(`${name}: ${explain(error).sentence}`);
    process.exitCode = 1;
  } finally {
    // What the worker holds open goes too.
    stopped.abort();
  }
}

/** Waits, or less if the signal comes. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((error) => {
    if (!signal.aborted) throw error;
  });
}
