import { type Attribution, approveCall, type Deployment, type Node, rewardCall } from "@azora/sdk";
import { type Address, erc20Abi, type PublicClient } from "viem";
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

/**
 * What has to come before a payment: nothing where the ledger may take the amount already, else that it may take this amount
 * and no more. Some tokens, as USDT, refuse to change an allowance that is left of something else: it is taken back first.
 */
export async function approvalsFor(
  client: ChainReader & Pick<PublicClient, "call">,
  deployment: Deployment,
  account: Address,
  reward: Reward,
  strings: Strings,
): Promise<Transaction[]> {
  const { addresses } = deployment;
  const { token, amount } = reward;
  const approval = approveTransaction(deployment, reward, strings);
  const args = [account, addresses.rewardLedger] as const;
  const read = { address: token, abi: erc20Abi, functionName: "allowance", args } as const;
  // A token that does not answer is asked to allow it: its refusal then has a sentence.
  const allowed = await client.readContract(read).catch(() => 0n);
  if (allowed >= amount) return [];
  if (allowed === 0n) return [approval];
  const isTaken = await client.call({ account, ...approveCall(addresses, token, amount) }).then(
    () => true,
    () => false,
  );
  return isTaken ? [approval] : [takeBackTransaction(deployment, reward, strings), approval];
}

function takeBackTransaction(
  { addresses }: Deployment,
  { contribution, token }: Reward,
  { transactions: { takeBack: words } }: Strings,
): Transaction {
  return {
    kind: "approve",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(contribution), label: words.record },
    prepare: async () => approveCall(addresses, token, 0n),
  };
}

function approveTransaction(
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
