"use client";

import {
  constitutionAbi,
  type Deployment,
  enterSeatCall,
  explain,
  microAzrToWei,
  Rule,
  readSeatBond,
  rewardLedgerAbi,
} from "@azora/sdk";
import { type Address, type PublicClient, parseEther } from "viem";
import { useAsked } from "#lib/browser/useAsked.ts";
import { loadStack } from "#wallet/store.ts";

/** Whether an account could take a seat now, by the chain's own word. Amounts in wei. */
export interface Entry {
  readonly bond: bigint;
  readonly earned: bigint;
  readonly threshold: bigint;
  /** Why not; undefined if it could. */
  readonly refusal: string | undefined;
}

/** Enough for any bond: who may enter is one question, whether it has the ETH is another. */
const PLENTY = parseEther("1000000");

/** Asks the chain anew with each block; undefined while that is not known. */
export function useEntry(deployment: Deployment, account: Address, block: number): Entry | undefined {
  return useAsked(
    async () => readEntry((await loadStack()).client, deployment, account),
    `${deployment.genesis} ${account} ${block}`,
  );
}

async function readEntry(client: PublicClient, { addresses }: Deployment, account: Address): Promise<Entry> {
  const { constitution, rewardLedger, azoraToken } = addresses;
  const rules = { address: constitution, abi: constitutionAbi } as const;
  const ledger = { address: rewardLedger, abi: rewardLedgerAbi } as const;
  const [bond, version, [, earned]] = await Promise.all([
    readSeatBond(client, addresses),
    client.readContract({ ...rules, functionName: "version" }),
    client.readContract({ ...ledger, functionName: "creditOf", args: [azoraToken, account] }),
  ]);
  const args = [Rule.SeatThreshold, version] as const;
  const [threshold, refusal] = await Promise.all([
    client.readContract({ ...rules, functionName: "valueOf", args }),
    refusalOf(client, account, enterSeatCall(addresses, bond)),
  ]);
  return { bond, earned, threshold: microAzrToWei(BigInt(threshold)), refusal };
}

/** The contract alone knows all that can be in the way. */
async function refusalOf(
  client: PublicClient,
  account: Address,
  { to, data, value = 0n }: ReturnType<typeof enterSeatCall>,
): Promise<string | undefined> {
  try {
    const stateOverride = [{ address: account, balance: PLENTY }];
    await client.call({ account, to, data, value, stateOverride });
    return undefined;
  } catch (error) {
    return explain(error).sentence;
  }
}
