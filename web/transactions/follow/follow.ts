import { explain } from "@azora/sdk";
import type { Hash } from "viem";
import type { Open } from "../ports.ts";
import type { Entry, KeptTransaction } from "../sent/entry.ts";
import { isOnChain, type SentState } from "../state.ts";
import { followCalls } from "./calls.ts";
import { followHash } from "./hash.ts";

/** A transaction that is on the chain and did what it should, or how it ended otherwise. */
export type End = SentState | { readonly hash: Hash; readonly block: number };

export interface Listener {
  /** How far it is now. */
  note(state: SentState): void;
  /** What the node knows of it, and may forget. */
  learn(as: KeptTransaction): void;
  /** Nobody wants to know any more. */
  readonly signal: AbortSignal;
}

/** Follows what was sent to its end, perhaps before the page was loaded anew. A failure is a state, never an exception. */
export async function followSent(entry: Entry, open: Open, listener: Listener): Promise<SentState> {
  const tell = (state: SentState): SentState => {
    listener.note(state);
    return state;
  };
  const { handle } = entry;
  const known = handle.by === "hash" ? { hash: handle.hash } : {};
  let at = isOnChain(entry.state) ? { hash: entry.state.hash, block: entry.state.block } : undefined;
  if (at === undefined) tell({ step: "pending", ...known });
  try {
    const ports = await open();
    if (at === undefined) {
      const end =
        handle.by === "hash"
          ? await followHash({ ...entry, handle }, ports, listener)
          : await followCalls({ ...entry, handle }, ports, listener);
      if ("step" in end) return tell(end);
      at = end;
    }
    tell({ step: "confirmed", ...at });
    const why = await ports.seen(at.block);
    return tell(why === "seen" ? { step: "indexed", ...at } : { step: "unseen", ...at, why });
  } catch (error) {
    if (at !== undefined) return tell({ step: "unseen", ...at, why: "away" });
    // It was sent, so it may still come to pass, whatever is in the way of seeing it.
    const { name, sentence } = explain(error);
    return tell({ step: "failed", name, sentence, ...known, isLost: true });
  }
}
