import { withdrawEtherFromCall } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** @param holder One of the contracts that owe ETH to accounts, each for itself. */
export function withdrawEtherTransaction(
  holder: Address,
  account: Address,
  to: Address,
  { transactions: { withdrawEther: words } }: Strings,
): Transaction {
  return {
    kind: "withdrawEther",
    title: words.title,
    effect: words.effect(to),
    record: { href: `/accounts/${account}`, label: words.record },
    prepare: async () => withdrawEtherFromCall(holder, to),
  };
}
