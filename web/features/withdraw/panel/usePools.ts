"use client";

import { createApi, unwrap } from "@azora/sdk/api";
import { useEffect, useState } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";

const PERIOD_MS = 5_000;

/** What is in the pools of identities, by their nodes; only those in which there is or was something. */
export function usePools(identities: readonly string[]): ReadonlyMap<string, bigint> {
  const { apiUrl } = useApp();
  const [pools, setPools] = useState<ReadonlyMap<string, bigint>>(new Map());
  const nodes = identities.join();
  useEffect(() => {
    if (nodes === "") return;
    const stop = new AbortController();
    const ask = async (node: string) => {
      const params = { path: { node } };
      const { identity } = await unwrap(
        createApi(apiUrl).GET("/v1/identities/{node}", { params, signal: stop.signal }),
      );
      return [node, BigInt(identity.pool.balance)] as const;
    };
    // What is not answered now is asked again soon.
    const askAll = () =>
      void Promise.all(nodes.split(",").map(ask)).then(
        // One that has just been emptied stays, for there is something to say about it.
        (found) => setPools((before) => new Map(found.filter(([node, wei]) => wei > 0n || before.has(node)))),
        () => undefined,
      );
    askAll();
    const period = setInterval(askAll, PERIOD_MS);
    return () => {
      stop.abort();
      clearInterval(period);
    };
  }, [apiUrl, nodes]);
  return pools;
}
