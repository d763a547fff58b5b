import { type Attribution, type Deployment, flowTokenCall, type Node } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";
import { recordOf } from "./register.ts";

/** An identity's pool goes to one account, without an attribution. */
const NOTHING: Attribution = { contributors: [], upstream: [] };

/** Of an identity, whose link is in effect. */
export function flowTransaction(
  { addresses }: Deployment,
  identity: Node,
  token: Address,
  { transactions: { flow: words } }: Strings,
): Transaction {
  return {
    kind: "flow",
    title: words.title,
    effect: words.effect,
    record: { href: `/identities/${identity}`, label: words.record },
    prepare: async () => flowTokenCall(addresses, token, identity, NOTHING),
  };
}

/** Of a work, in another token than AZR, which the keeper moves. */
export function flowOnTransaction(
  { addresses }: Deployment,
  contribution: Node,
  { token, attribution }: { token: Address; attribution: Attribution },
  { transactions: { flowOn: words } }: Strings,
): Transaction {
  return {
    kind: "flow",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(contribution), label: words.record },
    prepare: async () => flowTokenCall(addresses, token, contribution, attribution),
  };
}
