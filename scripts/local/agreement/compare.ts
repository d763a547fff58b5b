import { proofOfValueAbi, rewardLedgerAbi } from "@azora/sdk";
import type { Network } from "@azora/sdk/files";
import type { Address, Hex, PublicClient } from "viem";

/** Compares what the index says with what the chain says, and collects where they differ. */
export interface Comparison {
  network: Network;
  client: PublicClient;
  /** How many values were compared. */
  compared: number;
  /** A sentence for each that differs. */
  problems: string[];
}

export const newComparison = (network: Network, client: PublicClient): Comparison => ({
  network,
  client,
  compared: 0,
  problems: [],
});

type Value = string | number | bigint | boolean | null | undefined;

/** Numbers in any form, and hexadecimal digits in any case, are the same. */
const canonical = (value: Value): string => String(value ?? "nothing").toLowerCase();

/** Notes whether a value of the index is that of the chain. */
export function same(comparison: Comparison, what: string, indexed: Value, onChain: Value): void {
  comparison.compared += 1;
  if (canonical(indexed) === canonical(onChain)) return;
  comparison.problems.push(
    `${what} is ${indexed ?? "nothing"} in the index, and ${onChain ?? "nothing"} on the chain.`,
  );
}

/** The block that an answer of the API holds at: the chain is asked about the same one. */
export interface At {
  block: { number: number };
}

/** Part of an `eth_call`: at the block of an answer. */
export const pinned = ({ block }: At): { blockNumber: bigint } => ({ blockNumber: BigInt(block.number) });

/** The contract that judges, as the first part of a call. */
export const judgementOf = ({ network }: Comparison) =>
  ({ address: network.deployment.addresses.proofOfValue, abi: proofOfValueAbi }) as const;

/** What waits for a node: in all, and the newly minted part. */
export function readPool({ client, network }: Comparison, at: At, node: Hex, token?: Address) {
  const { azoraToken, rewardLedger } = network.deployment.addresses;
  const ledger = { address: rewardLedger, abi: rewardLedgerAbi } as const;
  const args = [token ?? azoraToken, node] as const;
  return client.readContract({ ...pinned(at), ...ledger, functionName: "poolOf", args });
}

/** Compares what waits for a node of other tokens than AZR. */
export async function compareTokenPools(
  comparison: Comparison,
  at: At,
  node: Hex,
  pools: readonly { token: string; balance: string }[],
): Promise<void> {
  for (const { token, balance } of pools) {
    const [held] = await readPool(comparison, at, node, token as Address);
    same(comparison, `The pool of ${node} of ${token}`, balance, held);
  }
}
