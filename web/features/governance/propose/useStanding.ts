"use client";

import { azoraGovernorAbi, type Deployment, voiceAbi } from "@azora/sdk";
import type { Address } from "viem";
import { useAsked } from "#lib/browser/useAsked.ts";
import { loadStack } from "#wallet/store.ts";

export interface Standing {
  /** What proposing takes, and what the account speaks with, which counts as it was a second before. */
  readonly threshold: bigint;
  readonly votes: bigint;
  /** How long after a proposal its vote begins, and how long it lasts; in seconds. */
  readonly delay: number;
  readonly period: number;
}

/** Whether an account may propose, as the chain says; undefined while that is not known. */
export function useStanding(
  { addresses }: Deployment,
  account: Address,
  block: number,
): Standing | undefined {
  const { governor: address, voice } = addresses;
  return useAsked(async () => {
    const { client } = await loadStack();
    const governor = { address, abi: azoraGovernorAbi } as const;
    const { timestamp } = await client.getBlock();
    const [threshold, votes, delay, period] = await Promise.all([
      client.readContract({ ...governor, functionName: "proposalThreshold" }),
      client.readContract({
        ...{ address: voice, abi: voiceAbi, functionName: "getPastVotes" },
        args: [account, timestamp - 1n],
      }),
      client.readContract({ ...governor, functionName: "votingDelay" }),
      client.readContract({ ...governor, functionName: "votingPeriod" }),
    ]);
    return { threshold, votes, delay: Number(delay), period: Number(period) };
  }, `${address} ${account} ${block}`);
}
