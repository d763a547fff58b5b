"use client";

import { useSyncExternalStore } from "react";

let address: string | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Lets the list at an address go on below. Only one list does. */
export function goOn(at: string): void {
  address = at;
  for (const listener of listeners) listener();
}

/** Whether the list at an address goes on. In the first load of its page, so what it goes on with is not here. */
export const useGoesOn = (at: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () => address === at,
    () => false,
  );
