import type { Strings } from "#strings/index.ts";
import type { TransactionState } from "./state.ts";

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
