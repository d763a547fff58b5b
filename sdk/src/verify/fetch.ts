import { getAbiItem, type PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import { genesisAbi } from "../generated/abis.ts";
import { type ProtocolLog, readLogs } from "../view/logs.ts";

export interface Progress {
  /** What is being done. */
  readonly step: "logs" | "replay" | "headers" | "proofs";
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;

const LARGEST_RANGE = 5_000n;

/** All logs of the protocol up to a block, in chain order, in ranges that shrink where a node finds them too long. */
export async function fetchLogs(
  client: PublicClient,
  deployment: Deployment,
  toBlock: bigint,
  onProgress: OnProgress,
): Promise<ProtocolLog[]> {
  const logs: ProtocolLog[] = [];
  const start = BigInt(deployment.block);
  let range = LARGEST_RANGE;
  for (let from = start; from <= toBlock; ) {
    const to = from + range - 1n < toBlock ? from + range - 1n : toBlock;
    onProgress({ step: "logs", done: Number(from - start), total: Number(toBlock - start + 1n) });
    try {
      logs.push(...(await readLogs(client, deployment, from, to)));
    } catch (error) {
      if (from === to) throw error;
      range = (to - from + 1n) / 2n;
      continue;
    }
    from = to + 1n;
  }
  return logs;
}

export type CreationLog = Awaited<ReturnType<typeof fetchCreations>>[number];

/** The creations of the protocol's contracts. */
export function fetchCreations(client: PublicClient, { genesis, block }: Deployment, toBlock: bigint) {
  const event = getAbiItem({ abi: genesisAbi, name: "Created" });
  return client.getLogs({ address: genesis, event, strict: true, fromBlock: BigInt(block), toBlock });
}
