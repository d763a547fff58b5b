"use client";

import type { Deployment, StoredBallot } from "@azora/sdk";
import { useSyncExternalStore } from "react";
import type { Hex } from "viem";
import { browserStorage } from "#lib/browser/storage.ts";
import { ballotsOf, findBallot, importBallots, keepBallot } from "./model/ballotBox.ts";

// What this browser keeps of ballots, as components see it: they are drawn anew when one is added, here or in another tab.

const listeners = new Set<() => void>();
let version = 0;

function changed(): void {
  version += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", changed);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", changed);
  };
}

/** Draws the component anew when there is another ballot. */
function useVersion(): void {
  useSyncExternalStore(
    subscribe,
    () => version,
    () => 0,
  );
}

export function useBallot(commitment: string | null): StoredBallot | undefined {
  useVersion();
  return commitment === null ? undefined : findBallot(browserStorage(), commitment);
}

export function useBallots(chainId: number, validator: string): StoredBallot[] {
  useVersion();
  return ballotsOf(browserStorage(), chainId, validator);
}

/** @throws BallotNotKeptError if this browser does not keep it */
export function addBallot(deployment: Deployment, ballot: StoredBallot): Hex {
  const commitment = keepBallot(browserStorage(), deployment, ballot);
  changed();
  return commitment;
}

/** @throws BallotError if the text holds none */
export function addBallots(deployment: Deployment, text: string): number {
  const count = importBallots(browserStorage(), deployment, text);
  changed();
  return count;
}
