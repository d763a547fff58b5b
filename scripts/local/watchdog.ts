import { setTimeout as sleep } from "node:timers/promises";
import type { Indexer } from "./indexer.ts";
import type { Supervisor } from "./supervisor.ts";

const PERIOD_MS = 2_000;
/** Reorganisations that the indexer mends by itself are over sooner. */
const PATIENCE = 5;

export interface WatchdogOptions {
  supervisor: Supervisor;
  indexer: Indexer;
  apiUrl: string;
  say(line: string): void;
  signal: AbortSignal;
}

/**
 * Past its finality depth the indexer does not undo blocks, and would serve a dead fork for ever. So whenever the API finds
 * that the indexed block is not the chain's, again and again, the index is built anew.
 */
export async function watchIndex({
  supervisor,
  indexer,
  apiUrl,
  say,
  signal,
}: WatchdogOptions): Promise<void> {
  for (let forked = 0; !signal.aborted; ) {
    forked = (await isForked(apiUrl, signal)) ? forked + 1 : 0;
    if (forked >= PATIENCE) {
      say("The index follows blocks that are not the chain's any more; building it anew.");
      say(await rebuild(supervisor, indexer));
      forked = 0;
    }
    await sleep(PERIOD_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Gives what came of it, in a sentence; what failed is found again, and tried again. */
async function rebuild(supervisor: Supervisor, indexer: Indexer): Promise<string> {
  try {
    await supervisor.restart("indexer", indexer.beginAnew);
    await indexer.dropOld();
    return "The index was built anew.";
  } catch (error) {
    return `The index could not be built anew: ${error instanceof Error ? error.message : error}`;
  }
}

/** Whether the index is known to be on another fork. An API that is away says nothing about it. */
async function isForked(apiUrl: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(`${apiUrl}/health/fresh`, { signal });
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && "status" in body && body.status === "forked";
  } catch {
    return false; // the supervisor sees to an API that is gone
  }
}
