import type { Hash } from "viem";
import { OWN } from "#lib/said.ts";

/** How far a transaction is. Each state holds what can be said in it, and nothing else. */
export type TransactionState =
  | { readonly step: "idle" }
  /** It is tried out on the node, nothing is sent. */
  | { readonly step: "simulating" }
  /** The wallet asks its owner. */
  | { readonly step: "signing" }
  | { readonly step: "rejected" }
  | SentState;

/** What can be said of something that was sent. It is kept over a reload, so it is plain data. */
export type SentState =
  /** The hash of a transaction; calls that a wallet took as one have none before they are done. */
  | { readonly step: "pending"; readonly hash?: Hash }
  /** An account that is a contract has it, and waits for its owners. The hash is the account's own, if it gave one. */
  | { readonly step: "held"; readonly hash?: Hash }
  /** On the chain; the index has yet to read the block. */
  | { readonly step: "confirmed"; readonly hash: Hash; readonly block: number }
  /** The pages show it. */
  | { readonly step: "indexed"; readonly hash: Hash; readonly block: number }
  /** On the chain, but the index does not answer or is far behind: only the pages are late. */
  | { readonly step: "unseen"; readonly hash: Hash; readonly block: number; readonly why: "lagging" | "away" }
  /** The wallet put another transaction in its place, to cancel it or to do something else; which one may not be known. */
  | { readonly step: "replaced"; readonly by?: Hash; readonly cancelled: boolean }
  | Failed;

export interface Failed {
  readonly step: "failed";
  readonly name: string;
  readonly sentence: string;
  readonly hash?: Hash;
  /** It was sent, and may still come to pass: it must be looked for, and not sent again. */
  readonly isLost?: true;
}

export type TransactionStep = TransactionState["step"];

/** Whether something is under way. */
export function isBusy({ step }: TransactionState): boolean {
  return (
    step === "simulating" ||
    step === "signing" ||
    step === "pending" ||
    step === "held" ||
    step === "confirmed"
  );
}

/** Whether nothing else may be sent now: something is under way, or may still come to pass. */
export function isBlocked(state: TransactionState): boolean {
  return isBusy(state) || isLost(state);
}

/** The name of the failure when the wallet's code could not be loaded. */
export const NO_WALLET = OWN.noWallet;

/** Whether it was sent, could not be followed any further, and may still come to pass. */
export function isLost(state: TransactionState): boolean {
  return state.step === "failed" && state.isLost === true;
}

/** Whether nothing more can come of it than what is said. */
export function isOver(state: SentState): boolean {
  return state.step === "indexed" || state.step === "replaced" || (state.step === "failed" && !state.isLost);
}

/** Whether it is on the chain, whatever the pages show yet. */
export function isOnChain(
  state: TransactionState,
): state is Extract<TransactionState, { readonly block: number }> {
  return state.step === "confirmed" || state.step === "indexed" || state.step === "unseen";
}
