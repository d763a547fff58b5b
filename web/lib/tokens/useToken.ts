"use client";

import { useEffect, useState } from "react";
import { isAddress } from "viem";
import { loadStack } from "#wallet/store.ts";
import { readToken } from "./readToken.ts";
import type { TokenFacts } from "./token.ts";

/** What a token says of itself, read through the connected wallet's node; `none` if it is no token that says enough. */
export type FoundToken = TokenFacts | "loading" | "none";

/** A token's symbol and decimals never change, so each is asked once. */
const asked = new Map<string, Promise<TokenFacts>>();

export function useToken(address: string): FoundToken {
  const [found, setFound] = useState<{ of: string; token: FoundToken }>({ of: address, token: "loading" });
  useEffect(() => {
    let isCurrent = true;
    const show = (token: FoundToken) => isCurrent && setFound({ of: address, token });
    ask(address).then(show, () => show("none"));
    return () => {
      isCurrent = false;
    };
  }, [address]);
  return found.of === address ? found.token : "loading";
}

async function ask(address: string): Promise<TokenFacts> {
  if (!isAddress(address)) throw new TypeError(`${address} is no address.`);
  const before = asked.get(address);
  if (before !== undefined) return before;
  const { client } = await loadStack();
  const asking = readToken(client, address);
  asked.set(address, asking);
  // A node that was away is asked again.
  asking.catch(() => asked.delete(address));
  return asking;
}
