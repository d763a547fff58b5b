import { type Deployment, withdrawBondCall } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** @param stint Which of the account's bonds, from 0. */
export function unlockBondTransaction(
  { addresses }: Deployment,
  account: Address,
  stint: number,
  { transactions: { unlockBond: words } }: Strings,
): Transaction {
  return {
    kind: "unlockBond",
    title: words.title,
    effect: words.effect,
    record: { href: `/accounts/${account}`, label: words.record },
    prepare: async () => withdrawBondCall(addresses, stint),
  };
}
