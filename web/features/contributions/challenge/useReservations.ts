"use client";

import { constants, type Deployment, type StoredReservation } from "@azora/sdk";
import { useEffect, useState } from "react";
import { browserStorage } from "#lib/browser/storage.ts";
import { readReservation } from "#transactions/definitions/challenge.ts";
import { type Connected, loadStack } from "#wallet/store.ts";
import { reservationsFor } from "./reservationBox.ts";

/** A reservation that this browser keeps the secret of, and that is still there on the chain. */
export interface LiveReservation {
  readonly kept: StoredReservation;
  /** In wei. */
  readonly deposit: bigint;
  /** Whether it can still be used. */
  readonly isUsable: boolean;
}

/**
 * What an account has reserved of a work; undefined until the chain was asked.
 * @param version Asks anew whenever it is another one.
 */
export function useReservations(
  deployment: Deployment,
  { account, chainId }: Connected,
  contribution: string,
  version: string,
): readonly LiveReservation[] | undefined {
  const [live, setLive] = useState<readonly LiveReservation[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when something may have changed
  useEffect(() => {
    let isCurrent = true;
    const kept = reservationsFor(browserStorage(), chainId, account, contribution);
    const show = (found: readonly LiveReservation[]) => {
      if (isCurrent) setLive(found);
    };
    // Without an answer there is none to show; what is kept stays, and is asked about again.
    void readLive(deployment, kept).then(show, () => show([]));
    return () => {
      isCurrent = false;
    };
  }, [deployment, account, chainId, contribution, version]);
  return live;
}

async function readLive(
  deployment: Deployment,
  kept: readonly StoredReservation[],
): Promise<LiveReservation[]> {
  if (kept.length === 0) return [];
  const { client } = await loadStack();
  const head = await client.getBlockNumber();
  const found = await Promise.all(
    kept.map(async (each) => {
      const { deposit, blockNumber } = await readReservation(client, deployment, each);
      const isUsable = head < blockNumber + BigInt(constants.Reservations.LIFETIME);
      return { kept: each, deposit, isUsable, isThere: blockNumber > 0n };
    }),
  );
  return found.filter(({ isThere }) => isThere);
}
