import { type Attribution, type Deployment, revealCall, type StoredBallot } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export interface Revelation {
  readonly ballot: StoredBallot;
  /** The registered one, which the contract asks for and checks. */
  readonly attribution: () => Promise<Attribution>;
  /** What the work is called. */
  readonly title: string;
}

export function revealTransaction(
  { addresses }: Deployment,
  { ballot, attribution, title }: Revelation,
  { transactions: { reveal: words } }: Strings,
): Transaction {
  const { contribution } = ballot;
  return {
    kind: "reveal",
    title: words.title(title),
    effect: words.effect,
    record: { href: `/contributions/${contribution}`, label: words.record },
    prepare: async () => revealCall(addresses, contribution, ballot, await attribution()),
  };
}
