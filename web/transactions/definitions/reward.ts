import { type Attribution, approveCall, type Deployment, type Node, rewardCall } from "@azora/sdk";
import { type Address, erc20Abi } from "viem";
import type { Strings } from "#strings/index.ts";
import type { ChainReader, Transaction } from "../transaction.ts";
import { recordOf } from "./register.ts";

export interface Reward {
  readonly contribution: Node;
  readonly token: Address;
  /** In the token's smallest units. */
  readonly amount: bigint;
  readonly attribution: Attribution;
}

/** Whether the ledger may take the amount already. */
export async function isAllowed(
  client: ChainReader,
  { addresses }: Deployment,
  account: Address,
  { token, amount }: Reward,
): Promise<boolean> {
  const args = [account, addresses.rewardLedger] as const;
  const read = { address: token, abi: erc20Abi, functionName: "allowance", args } as const;
  return (await client.readContract(read)) >= amount;
}

/** The first of the two steps: the ledger may take this amount, and no more. */
export function approveTransaction(
  { addresses }: Deployment,
  { contribution, token, amount }: Reward,
  { transactions: { approve: words } }: Strings,
): Transaction {
  return {
    kind: "approve",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(contribution), label: words.record },
    prepare: async () => approveCall(addresses, token, amount),
  };
}

export function rewardTransaction(
  { addresses }: Deployment,
  { contribution, token, amount, attribution }: Reward,
  { transactions: { reward: words } }: Strings,
): Transaction {
  return {
    kind: "reward",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(contribution), label: words.record },
    prepare: async () => rewardCall(addresses, token, contribution, amount, attribution),
  };
}
