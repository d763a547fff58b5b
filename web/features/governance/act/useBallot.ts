"use client";

import { azoraGovernorAbi, type Deployment, voiceAbi } from "@azora/sdk";
import type { Address } from "viem";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useAsked } from "#lib/browser/useAsked.ts";
import { loadStack } from "#wallet/store.ts";

export interface Ballot {
  readonly hasVoted: boolean;
  /** What the vote weighs: the Voice that the account had when the vote began. */
  readonly weight: bigint;
}

/** Whether an account has voted, and what its vote weighs, as the chain says; undefined while that is not known. */
export function useBallot(
  { addresses }: Deployment,
  { id, voteStart, voters }: ProposalDetail,
  account: Address,
): Ballot | undefined {
  const { governor, voice } = addresses;
  return useAsked(async () => {
    const { client } = await loadStack();
    const [hasVoted, weight] = await Promise.all([
      client.readContract({
        ...{ address: governor, abi: azoraGovernorAbi, functionName: "hasVoted" },
        args: [BigInt(id), account],
      }),
      client.readContract({
        ...{ address: voice, abi: voiceAbi, functionName: "getPastVotes" },
        args: [account, BigInt(voteStart)],
      }),
    ]);
    return { hasVoted, weight };
  }, `${governor} ${id} ${voteStart} ${voters} ${account}`);
}
