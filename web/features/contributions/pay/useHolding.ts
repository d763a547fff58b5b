"use client";

import { useEffect, useState } from "react";
import { type Address, erc20Abi } from "viem";
import { loadStack } from "#wallet/store.ts";

const PERIOD_MS = 4_000;

/** What an account holds of a token, asked for again and again; undefined while that is not known. */
export function useHolding(token: Address | undefined, account: Address): bigint | undefined {
  const [found, setFound] = useState<{ of: string; balance: bigint }>();
  const of = `${token} ${account}`;
  useEffect(() => {
    if (token === undefined) return;
    let isCurrent = true;
    const ask = async () => {
      const { client } = await loadStack();
      const read = { address: token, abi: erc20Abi, functionName: "balanceOf", args: [account] } as const;
      const balance = await client.readContract(read);
      if (isCurrent) setFound({ of: `${token} ${account}`, balance });
    };
    const askOnce = () => void ask().catch(() => undefined);
    askOnce();
    const period = setInterval(askOnce, PERIOD_MS);
    return () => {
      isCurrent = false;
      clearInterval(period);
    };
  }, [token, account]);
  return found?.of === of ? found.balance : undefined;
}
