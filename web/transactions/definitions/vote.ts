import { type Deployment, VoteType, voteCall } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export interface Vote {
  /** The proposal, as 32 bytes. */
  readonly id: string;
  readonly choice: keyof typeof VoteType;
  /** In words, on the chain; empty for none. */
  readonly reason: string;
}

export function voteTransaction(
  { addresses }: Deployment,
  { id, choice, reason }: Vote,
  { transactions: { vote: words } }: Strings,
): Transaction {
  return {
    kind: "vote",
    title: words.title,
    effect: words.effect,
    record: { href: `/governance/${id}`, label: words.record },
    prepare: async () => voteCall(addresses, BigInt(id), VoteType[choice], reason),
  };
}
