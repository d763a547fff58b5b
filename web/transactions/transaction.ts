import type { TransactionCall } from "@azora/sdk";
import type { PublicClient } from "viem";

export type TransactionKind =
  | "register"
  | "commit"
  | "reveal"
  | "withdrawAzr"
  | "withdrawEther"
  | "withdrawToken"
  | "withdrawAll"
  | "revealAll"
  | "unlockBond"
  | "flow"
  | "approve"
  | "reward"
  | "propose"
  | "vote"
  | "queue"
  | "execute"
  | "delegate"
  | "link"
  | "enterSeat"
  | "exitSeat"
  | "topUp"
  | "reserve"
  | "challenge"
  | "release"
  | "reopen";

/** What may be read to put a call together. */
export type ChainReader = Pick<PublicClient, "readContract" | "getBlock" | "getBlockNumber">;

/** What is said of a transaction while it is under way, and after a reload too. */
export interface Heading {
  /** What it is, in a few words. */
  readonly title: string;
  /** Where its outcome is shown, within this app. */
  readonly record: { readonly href: string; readonly label: string };
}

/** One thing that somebody can send: how, and what they are told of it. */
export interface Transaction extends Heading {
  readonly kind: TransactionKind;
  /** What will be different, in a sentence. */
  readonly effect: string;
  /** The call as it has to be now: the bond, for one, moves with the load. */
  prepare(client: ChainReader): Promise<TransactionCall>;
}

/** Which of several that are sent one after the other is under way. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Several things that belong together: sent as one where the wallet can, and one after the other where it cannot. */
export interface Batch extends Heading {
  readonly kind: TransactionKind;
  readonly parts: readonly Transaction[];
}
