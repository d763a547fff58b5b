"use client";

import { useSyncExternalStore } from "react";
import type { Language } from "#strings/language.ts";
import { loadStrings } from "#strings/load.ts";

type Code = typeof import("./code.ts");

/** Whether a list goes on below, and by what. */
export type Going =
  /** Nobody has asked for it. */
  | { readonly status: "waiting" }
  /** Its code is on its way, or could not be loaded: a lost connection, most of the time. */
  | { readonly status: "loading" | "failed" }
  | { readonly status: "on"; readonly code: Code };

const WAITING: Going = { status: "waiting" };

/** Only one list goes on. */
let address: string | undefined;
let going: Going = WAITING;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(now: Going): void {
  going = now;
  for (const listener of listeners) listener();
}

/**
 * Lets the list at an address go on below. What it goes on with is loaded here and comes with its words: whoever reads the
 * first rows only does not load it, and a chunk that does not arrive is a state, not a crash.
 */
export async function goOn(at: string, language: Language): Promise<void> {
  address = at;
  tell({ status: "loading" });
  const loading = Promise.all([import("./code.ts"), loadStrings(language)]);
  const [code] = await loading.catch(() => [undefined]);
  if (address === at) tell(code === undefined ? { status: "failed" } : { status: "on", code });
}

export const useGoing = (at: string): Going =>
  useSyncExternalStore(
    subscribe,
    () => (address === at ? going : WAITING),
    () => WAITING,
  );
