import { isTheirs } from "#lib/said.ts";
import type { Strings } from "#strings/index.ts";
import { isBusy, isOnChain, type TransactionState } from "./state.ts";
import type { Progress } from "./transaction.ts";

/** How far something is, or how it ended, in a sentence. */
export function sentenceOf(state: TransactionState, words: Strings["transactions"]): string {
  const said = words.state;
  switch (state.step) {
    case "idle":
      return "";
    case "simulating":
    case "signing":
    case "pending":
    case "held":
    case "rejected":
      return said[state.step];
    case "confirmed":
    case "indexed":
      return said[state.step](state.block);
    case "unseen":
      return said[state.why](state.block);
    case "replaced":
      return state.cancelled ? said.cancelled : said.replaced;
    case "failed":
      if (state.isLost) return `${words.lost}: ${state.sentence}`;
      return state.name === "WrongChain" ? words.wrongNetwork : `${words.failed}: ${state.sentence}`;
  }
}

/** With what its sentence ends that a contract, a node or a wallet said, in English whatever the page's language is. */
export function englishIn(state: TransactionState): string | undefined {
  if (state.step !== "failed" || (state.name === "WrongChain" && !state.isLost)) return undefined;
  return isTheirs(state.name) ? state.sentence : undefined;
}

/** What it means for several that were to be sent one after the other, if the rest is not sent now. */
export function stopOf(
  state: TransactionState,
  progress: Progress | undefined,
  words: Strings["transactions"],
): string | undefined {
  const isStopped = state.step !== "idle" && !isBusy(state) && !isOnChain(state);
  if (!isStopped || progress === undefined || progress.done === 0) return undefined;
  return words.stopped(progress.done, progress.of);
}
