import type { Hash, PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import { apply, emptyView } from "./apply.ts";
import { readLogs } from "./logs.ts";
import type { View } from "./types.ts";

/** Keeps a {@link View} up to date from logs alone. */
export interface Follower {
  /** Reads what is new and gives the view as of the latest block. Throws viem's errors and keeps the last view then. */
  refresh(): Promise<View>;
}

/**
 * A follower from the deployment's block on. If the chain no longer has the block that was read last (a reorganisation, a
 * chain that was reset), it starts over from the logs rather than go on from a state that never was.
 */
export function createFollower(client: PublicClient, deployment: Deployment): Follower {
  let view = emptyView();
  let lastHash: Hash | undefined;
  let running: Promise<View> | undefined;

  async function advance(): Promise<View> {
    const head = await client.getBlock();
    if (lastHash !== undefined && (await hashAt(client, view.block)) !== lastHash) {
      view = emptyView();
      lastHash = undefined;
    }
    const from = view.block < 0n ? BigInt(deployment.block) : view.block + 1n;
    const logs = await readLogs(client, deployment, from, head.number);
    for (const log of logs) apply(view, log, deployment.addresses);
    view.block = head.number;
    view.timestamp = head.timestamp;
    lastHash = head.hash;
    return view;
  }

  return {
    refresh() {
      // One at a time: two at once would apply the same logs twice.
      running ??= advance().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function hashAt(client: PublicClient, blockNumber: bigint): Promise<Hash | undefined> {
  const head = await client.getBlockNumber({ cacheTime: 0 });
  return head < blockNumber ? undefined : (await client.getBlock({ blockNumber })).hash;
}
