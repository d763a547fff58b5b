"use client";

import { createApi, unwrap } from "@azora/sdk/api";
import type { Account } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useAsked } from "./useAsked.ts";

/** What the index has of an account, asked for anew with each block; undefined while that is not known. */
export function useAccount(address: string, block: number): Account | undefined {
  const { apiUrl } = useApp();
  return useAsked(async (signal) => {
    const params = { path: { address } };
    return (await unwrap(createApi(apiUrl).GET("/v1/accounts/{address}", { params, signal }))).account;
  }, `${apiUrl} ${address} ${block}`);
}
