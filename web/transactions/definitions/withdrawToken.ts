import { type Deployment, withdrawTokenCall } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export function withdrawTokenTransaction(
  { addresses }: Deployment,
  { token, account, to }: { token: Address; account: Address; to: Address },
  { transactions: { withdrawToken: words } }: Strings,
): Transaction {
  return {
    kind: "withdrawToken",
    title: words.title(token),
    effect: words.effect(to),
    record: { href: `/accounts/${account}`, label: words.record },
    prepare: async () => withdrawTokenCall(addresses, token, to),
  };
}
