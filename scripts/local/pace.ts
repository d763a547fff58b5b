import { setTimeout as sleep } from "node:timers/promises";
import type { View } from "@azora/sdk";
import { BLOCK_SECONDS, developmentClient } from "./chain.ts";
import { isSettled } from "./fastForward.ts";
import { persist } from "./persist.ts";
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
  const node = developmentClient(session.network.rpcUrl);
  let awake: boolean | undefined;
  const step = async () => {
    try {
      const view = await session.follower.refresh();
      onView(view);
      const { pending } = await node.getTxpoolStatus();
      const needed = pending > 0 || !isSettled(view);
      if (needed === awake) return;
      if (needed) await node.mine({ blocks: 1 });
      await node.setIntervalMining({ interval: needed ? BLOCK_SECONDS : ASLEEP_SECONDS });
      awake = needed;
    } catch (error) {
      awake = undefined; // a chain that was started again is awake, whatever it was before
      throw error;
    }
  };
  while (!signal.aborted) {
    await persist(step, signal).catch((error) => {
      if (!signal.aborted) throw error;
    });
    await pause(signal);
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(PERIOD_MS, undefined, { signal }).catch((error) => {
    if (!signal.aborted) throw error;
  });
}
