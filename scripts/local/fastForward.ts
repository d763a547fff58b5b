import { setTimeout as sleep } from "node:timers/promises";
import { waiting } from "@azora/api/keeper";
import { leap, nextLeap } from "@azora/api/practice";
import type { Follower, View } from "@azora/sdk";
import type { PublicClient } from "viem";
import { developmentClient } from "./chain.ts";
import { persist } from "./persist.ts";

const PERIOD_MS = 200;

/** Whether nothing waits: every work is decided and paid, and every pool that can flow has flowed. */
export const isSettled = (view: View): boolean => waiting(view).length === 0;

/** What is needed of a network that somebody else keeps running. */
export interface Drivable {
  readonly client: PublicClient;
  readonly follower: Follower;
  readonly network: { readonly rpcUrl: string };
}

/**
 * Skips the waiting, and nothing else, until `done` says so: a block comes as soon as there is a transaction for it, and the
 * clock moves only when no vote is to be cast and no transition is due. Throws if the signal is aborted.
 */
export async function fastForward(
  { client, follower, network }: Drivable,
  done: (view: View) => boolean,
  { signal, onView }: { signal: AbortSignal; onView?: (view: View) => void },
): Promise<View> {
  const node = developmentClient(network.rpcUrl);
  const step = async () => {
    const view = await follower.refresh();
    onView?.(view);
    if (done(view)) return view;
    const target = nextLeap(view);
    if (target !== undefined) await leap(client, target);
    else if (await hasPending(node)) await node.mine({ blocks: 1 });
    return undefined;
  };
  for (;;) {
    const view = await persist(step, signal);
    if (view !== undefined) return view;
    await sleep(PERIOD_MS, undefined, { signal });
  }
}

async function hasPending(node: ReturnType<typeof developmentClient>): Promise<boolean> {
  const { pending } = await node.getTxpoolStatus();
  return pending > 0;
}
