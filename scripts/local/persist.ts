import { setTimeout as sleep } from "node:timers/promises";
import { explain } from "@azora/sdk";
import { ApiProblem } from "@azora/sdk/api";
import { BaseError } from "viem";

const PAUSE_MS = 500;
/** A node that is being started again is back sooner. */
const PATIENCE_MS = 60_000;

/** What a node that is away, or that lost its last seconds, makes of a call. */
const PASSING = new Set(["NoConnection", "NotMined", "NonceTooHigh", "NonceTooLow"]);

/** viem's error, and what anvil says in the message of "invalid parameters". */
const LOST_BLOCK = /BlockNotFoundError|BlockOutOfRangeError/;

/** An API that waits for its index or its database. */
const UNAVAILABLE = [502, 503, 504];

function isPassing(error: unknown): boolean {
  if (error instanceof ApiProblem) return UNAVAILABLE.includes(error.status);
  return PASSING.has(explain(error).name) || isLostBlock(error);
}

/** A block that a node was asked about and does not have: one that it had before it was started again, from an earlier state. */
function isLostBlock(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  return (
    error.walk((cause) => cause instanceof Error && LOST_BLOCK.test(`${cause.name} ${cause.message}`)) !==
    null
  );
}

/**
 * Does work that may be repeated, again and again while the node is away: it is started again after a crash, and what was
 * not mined by then is lost. Throws any other failure, and the last one once one trouble has gone on for a minute.
 */
export async function persist<result>(
  work: () => Promise<result>,
  signal: AbortSignal,
  clock: () => number = Date.now,
): Promise<result> {
  for (let since: number | undefined; ; ) {
    signal.throwIfAborted();
    const began = clock();
    try {
      return await work();
    } catch (error) {
      const now = clock();
      // Work that went well for a long time before it failed has met another trouble.
      if (since === undefined || now - began > PATIENCE_MS) since = now;
      if (!isPassing(error) || now - since > PATIENCE_MS) throw error;
      await sleep(PAUSE_MS, undefined, { signal });
    }
  }
}
