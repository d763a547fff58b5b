import { type Deployment, flowCall, type Node } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** Of an identity, whose link is in effect. Pools of works are moved by the keeper. */
export function flowTransaction(
  { addresses }: Deployment,
  identity: Node,
  { transactions: { flow: words } }: Strings,
): Transaction {
  return {
    kind: "flow",
    title: words.title,
    effect: words.effect,
    record: { href: `/identities/${identity}`, label: words.record },
    prepare: async () => flowCall(addresses, identity),
  };
}
