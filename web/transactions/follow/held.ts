import type { Hash } from "viem";
import { createExecutionSearch } from "../contract/execution.ts";
import type { Ports } from "../ports.ts";
import type { End, Listener } from "./follow.ts";

/** It may take days, so it is not looked for more often than this. */
const PAUSE_MS = 1_000;
/** A node that gives no answer so often in a row is away. */
const PATIENCE = 5;

/** Waits for owners to sign and for somebody to execute it, however long that takes. */
export async function followHeld(
  { hash, since }: { hash: Hash; since: number },
  { client, account, words, pause }: Ports,
  { note, signal }: Listener,
): Promise<End> {
  note({ step: "held", hash });
  const look = createExecutionSearch(client, account, hash, since);
  for (let silent = 0; !signal.aborted; await pause(Math.max(PAUSE_MS, client.pollingInterval))) {
    try {
      const found = await look();
      silent = 0;
      if (found === undefined) continue;
      if (found.isDone) return { hash: found.hash, block: found.block };
      return { step: "failed", name: "FailedWithin", sentence: words.failedWithin, hash: found.hash };
    } catch (error) {
      silent += 1;
      if (silent >= PATIENCE) throw error;
    }
  }
  return { step: "held", hash };
}
