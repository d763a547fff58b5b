import { type Attestation, type Deployment, identityNode, linkCall } from "@azora/sdk";
import type { LinkWish } from "@azora/sdk/claims";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** Proposes a link on the word of attestors. */
export function linkTransaction(
  { addresses }: Deployment,
  { identity, account, deadline }: LinkWish,
  attestations: readonly Attestation[],
  { transactions: { link: words } }: Strings,
): Transaction {
  const node = identityNode(identity);
  return {
    kind: "link",
    title: words.title,
    effect: words.effect,
    record: { href: `/identities/${node}`, label: words.record },
    prepare: async () =>
      linkCall(addresses, { identity: node, account, deadline: BigInt(deadline) }, attestations),
  };
}
