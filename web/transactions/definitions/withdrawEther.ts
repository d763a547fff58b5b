import { type Deployment, withdrawEtherCall } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** Of the AttributionRegistry, which is where bonds are held and given back. */
export function withdrawEtherTransaction(
  { addresses }: Deployment,
  account: Address,
  to: Address,
  { transactions: { withdrawEther: words } }: Strings,
): Transaction {
  return {
    kind: "withdrawEther",
    title: words.title,
    effect: words.effect(to),
    record: { href: `/accounts/${account}`, label: words.record },
    prepare: async () => withdrawEtherCall(addresses, to),
  };
}
