"use client";

import { createApi, unwrap } from "@azora/sdk/api";
import { useEffect, useState } from "react";
import type { Account } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";

/** What the index has of an account, asked for anew with each block; undefined while that is not known. */
export function useAccount(address: string, block: number): Account | undefined {
  const { apiUrl } = useApp();
  const [account, setAccount] = useState<Account>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a new block it is asked for anew
  useEffect(() => {
    const stop = new AbortController();
    const params = { path: { address } };
    unwrap(createApi(apiUrl).GET("/v1/accounts/{address}", { params, signal: stop.signal })).then(
      (answer) => setAccount(answer.account),
      () => undefined,
    );
    return () => stop.abort();
  }, [apiUrl, address, block]);
  return account;
}
