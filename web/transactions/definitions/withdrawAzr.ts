import { type Deployment, withdrawCall } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export function withdrawAzrTransaction(
  { addresses }: Deployment,
  account: Address,
  to: Address,
  { transactions: { withdrawAzr: words } }: Strings,
): Transaction {
  return {
    kind: "withdrawAzr",
    title: words.title,
    effect: words.effect(to),
    record: { href: `/accounts/${account}`, label: words.record },
    prepare: async () => withdrawCall(addresses, to),
  };
}
