import { rmSync } from "node:fs";
import path from "node:path";
import { connect, createFollower, type Follower } from "@azora/sdk";
import type { Network } from "@azora/sdk/files";
import type { PublicClient } from "viem";
import { type Chain, startChain } from "./chain.ts";
import { filesOf, prepareNetwork } from "./deploy.ts";
import type { Ports } from "./ports.ts";
import { startWorkers, type Workers } from "./workers.ts";

/** A local network that runs: chain, contracts, keeper and practice judges. */
export interface Session {
  network: Network;
  client: PublicClient;
  follower: Follower;
  chain: Chain;
  workers: Workers;
  /** Stops what was started, in the opposite order. Twice is once. */
  stop(): Promise<void>;
}

export interface SessionOptions {
  /** Everything of the network is kept here. */
  folder: string;
  ports: Ports;
  /** Forget what was there. */
  fresh?: boolean;
  say(line: string): void;
}

/** Starts everything in order; what was started is stopped again if a later step fails. */
export async function openSession({ folder, ports, fresh = false, say }: SessionOptions): Promise<Session> {
  const files = filesOf(folder);
  if (fresh) rmSync(folder, { recursive: true, force: true });
  const chain = await startChain({ folder: files.chain, port: ports.chain });
  say(
    chain.resumed
      ? `The local chain goes on at ${chain.rpcUrl}.`
      : `A new local chain runs at ${chain.rpcUrl}.`,
  );
  let workers: Workers | undefined;
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      await workers?.stop();
      await chain.stop();
    })();
    return stopped;
  };
  try {
    const network = await prepareNetwork(folder, chain.rpcUrl);
    const client = connect(network);
    workers = startWorkers(files.network, path.join(folder, "logs"), say);
    say("The contracts are deployed, the practice judges sit, the keeper runs.");
    const follower = createFollower(client, network.deployment);
    return { network, client, follower, chain, workers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
