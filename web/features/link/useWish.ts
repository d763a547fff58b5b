"use client";

import { attributionRegistryAbi, type Deployment, identityNode } from "@azora/sdk";
import type { LinkWish } from "@azora/sdk/claims";
import { useState } from "react";
import { type Address, isAddress } from "viem";
import { browserStorage } from "#lib/browser/storage.ts";
import { loadStack } from "#wallet/store.ts";

/** How long the attestations may be used, in seconds. */
const VALIDITY = 7 * 86_400;

const keyOf = (chainId: number, account: string): string => `azora.link.${chainId}.${account.toLowerCase()}`;

/** The wish that is to be signed. It is kept: between two visits somebody goes away and signs it elsewhere. */
export function useWish({ chainId, addresses }: Deployment, account: Address) {
  const key = keyOf(chainId, account);
  const [wish, setWish] = useState<LinkWish | undefined>(() => recall(key));
  const keep = (next: LinkWish | undefined) => {
    setWish(next);
    try {
      if (next === undefined) browserStorage()?.removeItem(key);
      else browserStorage()?.setItem(key, JSON.stringify(next));
    } catch {
      // It is full, or closed to this site: then it lasts as long as the page.
    }
  };

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

/** What a box may hold is anything. */
function recall(key: string): LinkWish | undefined {
  try {
    const found: unknown = JSON.parse(browserStorage()?.getItem(key) ?? "null");
    return isWish(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isWish(value: unknown): value is LinkWish {
  if (typeof value !== "object" || value === null) return false;
  const { identity, account, nonce, deadline } = value as Partial<Record<keyof LinkWish, unknown>>;
  return (
    typeof identity === "string" &&
    isAddress(String(account)) &&
    Number.isSafeInteger(nonce) &&
    Number.isSafeInteger(deadline)
  );
}
