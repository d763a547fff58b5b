import type { Hash } from "viem";

/** How far a transaction is. Each state holds what can be said in it, and nothing else. */
export type TransactionState =
  | { readonly step: "idle" }
  /** It is tried out on the node, nothing is sent. */
  | { readonly step: "simulating" }
  /** The wallet asks its owner. */
  | { readonly step: "signing" }
  | { readonly step: "pending"; readonly hash: Hash }
  /** On the chain; the index has yet to read the block. */
  | { readonly step: "confirmed"; readonly hash: Hash; readonly block: number }
  /** The pages show it. */
  | { readonly step: "indexed"; readonly hash: Hash; readonly block: number }
  /** On the chain, but the index does not answer or is far behind: only the pages are late. */
  | { readonly step: "unseen"; readonly hash: Hash; readonly block: number; readonly why: "lagging" | "away" }
  | { readonly step: "rejected" }
  /** The wallet put another transaction in its place, to cancel it or to do something else. */
  | { readonly step: "replaced"; readonly by: Hash; readonly cancelled: boolean }
  | { readonly step: "failed"; readonly name: string; readonly sentence: string; readonly hash?: Hash };

export type TransactionStep = TransactionState["step"];

/** Whether something is under way. */
export function isBusy({ step }: TransactionState): boolean {
  return step === "simulating" || step === "signing" || step === "pending" || step === "confirmed";
}

/** Whether nothing else may be sent now: something is under way, or may still come to pass. */
export function isBlocked(state: TransactionState): boolean {
  return isBusy(state) || lostHash(state) !== undefined;
}

/** The name of the failure when the wallet's code could not be loaded. */
export const NO_WALLET = "NoWallet";

/** What may pass by itself while a transaction waits to be mined. */
const PASSING: readonly string[] = ["NotMined", "NoConnection", "TooManyRequests", NO_WALLET];

/** The hash of one that was sent and may still be mined: it must be looked for, and not sent again. */
export function lostHash(state: TransactionState): Hash | undefined {
  return state.step === "failed" && PASSING.includes(state.name) ? state.hash : undefined;
}

/** Whether it is on the chain, whatever the pages show yet. */
export function isOnChain(
  state: TransactionState,
): state is Extract<TransactionState, { readonly block: number }> {
  return state.step === "confirmed" || state.step === "indexed" || state.step === "unseen";
}
