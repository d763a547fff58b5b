"use client";

import type { Deployment, StoredReservation } from "@azora/sdk";
import { useEffect, useState } from "react";
import { browserStorage } from "#lib/browser/storage.ts";
import { type Connected, loadStack } from "#wallet/store.ts";
import { reservationsFor } from "./reservationBox.ts";
import { type KeptReservation, readKept } from "./reservations.ts";

const PERIOD_MS = 4_000;

/**
 * What an account has reserved of a work, by what this browser keeps; `asking` until the chain was asked, and `away` while it
 * does not answer: what is kept may have been paid for.
 * @param version Asks anew whenever it is another one.
 */
export function useReservations(
  deployment: Deployment,
  { account, chainId }: Connected,
  contribution: string,
  version: string,
): readonly KeptReservation[] | "asking" | "away" {
  const [found, setFound] = useState<readonly KeptReservation[] | "asking" | "away">("asking");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when something may have changed
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout>;
    const kept = reservationsFor(browserStorage(), chainId, account, contribution);
    const ask = async () => {
      try {
        const next = await read(deployment, kept);
        if (isCurrent) setFound(next);
      } catch {
        if (!isCurrent) return;
        // What was known before is not forgotten, nor is what somebody types beside it.
        setFound((before) => (typeof before === "string" ? "away" : before));
        timer = setTimeout(ask, PERIOD_MS);
      }
    };
    void ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [deployment, account, chainId, contribution, version]);
  return found;
}

async function read(
  deployment: Deployment,
  kept: readonly StoredReservation[],
): Promise<readonly KeptReservation[]> {
  if (kept.length === 0) return [];
  const { client } = await loadStack();
  return readKept(client, deployment, kept);
}
