import { type Deployment, delegateCall } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export function delegateTransaction(
  { addresses }: Deployment,
  to: Address,
  { transactions: { delegate: words } }: Strings,
): Transaction {
  return {
    kind: "delegate",
    title: words.title(to),
    effect: words.effect,
    record: { href: "/governance", label: words.record },
    prepare: async () => delegateCall(addresses, to),
  };
}
