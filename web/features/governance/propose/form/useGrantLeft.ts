"use client";

import { citadelFundAbi, type Deployment } from "@azora/sdk";
import { zeroAddress } from "viem";
import { useAsked } from "#lib/browser/useAsked.ts";
import { loadStack } from "#wallet/store.ts";
import type { Action } from "../model/draft.ts";

/** What the fund may still grant of a token in this epoch, as the chain says; undefined while that is not known. */
export function useGrantLeft(
  { addresses }: Deployment,
  token: Action["token"],
  block: number,
): bigint | undefined {
  const { citadelFund: address, azoraToken } = addresses;
  const key = `${address} ${token}`;
  const found = useAsked(async () => {
    const { client } = await loadStack();
    const args = [token === "AZR" ? azoraToken : zeroAddress] as const;
    return {
      key,
      left: await client.readContract({ address, abi: citadelFundAbi, functionName: "grantLeft", args }),
    };
  }, `${key} ${block}`);
  return found?.key === key ? found.left : undefined;
}
