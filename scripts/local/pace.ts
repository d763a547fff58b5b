import { setTimeout as sleep } from "node:timers/promises";
import type { View } from "@azora/sdk";
import { BLOCK_SECONDS, developmentClient } from "./chain.ts";
import { isSettled } from "./fastForward.ts";
import type { Session } from "./session.ts";

const PERIOD_MS = 500;
/** A chain that nobody uses makes a block a minute, so that a day of it is not 86,400 blocks. */
const ASLEEP_SECONDS = 60;

/**
 * Keeps a running network company until the signal: the chain makes a block a second while anything waits for one, and
 * one a minute otherwise; a transaction wakes it.
 */
export async function keepPace(
  session: Session,
  signal: AbortSignal,
  onView: (view: View) => void,
): Promise<void> {
  const node = developmentClient(session.chain.rpcUrl);
  let awake = true;
  const ended = session.chain.exited.then(({ code, signal: by }) => {
    if (!signal.aborted) throw new Error(`The local chain ended by itself (${by ?? `code ${code}`}).`);
  });
  while (!signal.aborted) {
    const view = await session.follower.refresh();
    onView(view);
    const { pending } = await node.getTxpoolStatus();
    const needed = pending > 0 || !isSettled(view);
    if (needed !== awake) {
      if (needed) await node.mine({ blocks: 1 });
      await node.setIntervalMining({ interval: needed ? BLOCK_SECONDS : ASLEEP_SECONDS });
      awake = needed;
    }
    await Promise.race([pause(signal), ended]);
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(PERIOD_MS, undefined, { signal }).catch((error) => {
    if (!signal.aborted) throw error;
  });
}
