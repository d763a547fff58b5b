"use client";

import { attributionRegistryAbi, type Deployment, identityNode } from "@azora/sdk";
import type { LinkWish } from "@azora/sdk/claims";
import { useCallback, useEffect, useState } from "react";
import type { Address } from "viem";
import { browserStorage } from "#lib/browser/storage.ts";
import { loadStack } from "#wallet/store.ts";
import { isOver, keepWish, recallWish, wishKey } from "./wishBox.ts";

/** How long the attestations may be used, in seconds. */
const VALIDITY = 7 * 86_400;
const PERIOD_MS = 60_000;

/** The wish that is to be signed. It is kept: between two visits somebody goes away and signs it elsewhere. */
export function useWish(deployment: Deployment, account: Address) {
  const { addresses } = deployment;
  const key = wishKey(deployment, account);
  const [wish, setWish] = useState<LinkWish | undefined>(() => recallWish(browserStorage(), key));
  const keep = useCallback(
    (next: LinkWish | undefined) => {
      setWish(next);
      keepWish(browserStorage(), key, next);
    },
    [key],
  );

  // Who signed what is past would learn from a refused transaction only that it was for nothing.
  useEffect(() => {
    if (wish === undefined) return;
    let isCurrent = true;
    const look = async () => {
      const { client } = await loadStack();
      const { timestamp } = await client.getBlock();
      if (isCurrent && isOver(wish, timestamp)) keep(undefined);
    };
    // A node that does not answer is asked again.
    const lookOnce = () => void look().catch(() => undefined);
    lookOnce();
    const period = setInterval(lookOnce, PERIOD_MS);
    return () => {
      isCurrent = false;
      clearInterval(period);
    };
  }, [wish, keep]);

  /** Takes the identity's nonce and the chain's time. Gives the account that the identity is linked to already, if it is. */
  const prepare = async (identity: string): Promise<Address | undefined> => {
    const { client } = await loadStack();
    const [[linked, , nonce], { timestamp }] = await Promise.all([
      client.readContract({
        ...{ address: addresses.attributionRegistry, abi: attributionRegistryAbi },
        ...{ functionName: "linkOf", args: [identityNode(identity)] },
      }),
      client.getBlock(),
    ]);
    if (BigInt(linked) !== 0n) return linked;
    keep({ identity, account, nonce: Number(nonce), deadline: Number(timestamp) + VALIDITY });
    return undefined;
  };
  return { wish, prepare, drop: () => keep(undefined) };
}
