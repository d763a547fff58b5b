import { commitCall, commitmentOf, type Deployment, type StoredBallot } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export interface Commitment {
  readonly ballot: StoredBallot;
  /** The judge's place on the panel. */
  readonly position: number;
  /** What the work is called. */
  readonly title: string;
}

/** The ballot must be kept somewhere before: without it nobody can open the vote. */
export function commitTransaction(
  deployment: Deployment,
  { ballot, position, title }: Commitment,
  { transactions: { commit: words } }: Strings,
): Transaction {
  const { contribution } = ballot;
  return {
    kind: "commit",
    title: words.title(title),
    effect: words.effect,
    record: { href: `/contributions/${contribution}`, label: words.record },
    prepare: async () =>
      commitCall(deployment.addresses, contribution, position, commitmentOf(deployment, ballot)),
  };
}
