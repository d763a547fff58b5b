"use client";

import { isBytes32, type Node } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { useEffect, useState } from "react";
import { type Address, isAddress } from "viem";
import { useApp } from "#lib/app/AppProvider.tsx";

const PERIOD_MS = 5_000;

/** What waits for an identity in one token. */
export interface Pool {
  readonly node: Node;
  readonly token: Address;
  readonly balance: string;
}

const keyOf = ({ node, token }: Pool): string => `${node} ${token}`;

/** What is in the pools of identities; only those in which there is or was something. */
export function usePools(identities: readonly string[], azr: Address): readonly Pool[] {
  const { apiUrl } = useApp();
  const [pools, setPools] = useState<readonly Pool[]>([]);
  const nodes = identities.join();
  useEffect(() => {
    if (nodes === "") return;
    const stop = new AbortController();
    const ask = async (node: string): Promise<Pool[]> => {
      const params = { path: { node } };
      const { identity } = await unwrap(
        createApi(apiUrl).GET("/v1/identities/{node}", { params, signal: stop.signal }),
      );
      const all = [{ token: azr, balance: identity.pool.balance }, ...identity.tokenPools];
      return all.flatMap(({ token, balance }) =>
        isBytes32(node) && isAddress(token) ? [{ node, token, balance }] : [],
      );
    };
    // What is not answered now is asked again soon.
    const askAll = () =>
      void Promise.all(nodes.split(",").map(ask)).then(
        // One that has just been emptied stays, for there is something to say about it.
        (found) =>
          setPools((before) => {
            const shown = new Set(before.map(keyOf));
            return found.flat().filter((pool) => pool.balance !== "0" || shown.has(keyOf(pool)));
          }),
        () => undefined,
      );
    askAll();
    const period = setInterval(askAll, PERIOD_MS);
    return () => {
      stop.abort();
      clearInterval(period);
    };
  }, [apiUrl, nodes, azr]);
  return pools;
}
