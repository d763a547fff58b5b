import { setTimeout as sleep } from "node:timers/promises";
import { isDatabaseAway, isIndexMissing } from "./database/troubles.ts";
import { ProblemError } from "./http/errors.ts";
import { logProblem } from "./log.ts";

/**
 * Does a piece of work over and over until the signal comes. One that fails is tried again; a failure that repeats itself is
 * said once. Neither a database that is away nor an index that is not there yet is worth a line: `/health/ready` says so.
 */
export async function repeat(
  what: string,
  periodMs: number,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  let said = "";
  while (!signal.aborted) {
    try {
      await work();
      said = "";
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      if (!isPassing(error) && sentence !== said) logProblem(`failed to ${what}`, error);
      said = sentence;
    }
    await sleep(periodMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Nothing to say: the database is away or the index is not there yet, and that is known. */
export const isPassing = (error: unknown): boolean =>
  isDatabaseAway(error) || isIndexMissing(error) || (error instanceof ProblemError && error.status === 503);
