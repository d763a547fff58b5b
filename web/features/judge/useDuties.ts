"use client";

import { createApi, unwrap } from "@azora/sdk/api";
import { useEffect, useState } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";
import type { Duty } from "./model/duties.ts";

/** Nobody sits on more panels at a time than this; who does sees the rest as soon as these are done. */
const LIMIT = 100;
/** While the index stands still there is nothing new, but the API may be back. */
const PERIOD_MS = 4_000;

export type Duties =
  | { readonly status: "loading" }
  | { readonly status: "away" }
  | { readonly status: "known"; readonly duties: readonly Duty[] };

/**
 * The duties of an account in rounds that are being voted on. What is known stays while the API is away.
 * @param block of the page: with a new one they are asked for anew
 */
export function useDuties(account: string, block: number): Duties {
  const { apiUrl } = useApp();
  const [duties, setDuties] = useState<Duties>({ status: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a new block they are asked for anew
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const query = { open: "true" as const, limit: LIMIT };
      const params = { path: { address: account }, query };
      const { items } = await unwrap(
        createApi(apiUrl).GET("/v1/judges/{address}/duties", { params, signal: stop.signal }),
      );
      setDuties({ status: "known", duties: items });
    };
    const askSafely = () =>
      void ask().catch(() => {
        if (stop.signal.aborted) return;
        setDuties((before) => (before.status === "known" ? before : { status: "away" }));
      });
    askSafely();
    const period = setInterval(askSafely, PERIOD_MS);
    return () => {
      stop.abort();
      clearInterval(period);
    };
  }, [apiUrl, account, block]);
  return duties;
}
