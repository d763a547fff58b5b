"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { formatAmount } from "#lib/format/amount.ts";
import { shortHex } from "#lib/format/hex.ts";
import type { TokenFacts } from "./token.ts";

interface PublicTokenAmountProps {
  token: string;
  /** In the token's smallest units. */
  amount: string;
  /** The amount in its smallest units: shown without a script, and while no node tells more. */
  children: ReactNode;
}

/** An amount in a token that the index knows nothing of. The operator's node is asked what it is called, if one is named. */
export function PublicTokenAmount({ token, amount, children }: PublicTokenAmountProps): ReactNode {
  const rpcUrl = useNetwork()?.rpcUrl ?? null;
  const [found, setFound] = useState<TokenFacts>();
  useEffect(() => {
    if (rpcUrl === null) return;
    let isCurrent = true;
    // No page needs it whose payments are all in AZR.
    import("./readPublicToken.ts")
      .then(({ readPublicToken }) => readPublicToken(rpcUrl, token))
      .then(
        (facts) => isCurrent && setFound(facts),
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [rpcUrl, token]);
  if (found === undefined) return children;
  const { short, exact } = formatAmount(BigInt(amount), found.decimals);
  const { symbol = shortHex(token) } = found;
  return (
    <span data-tip={`${exact} ${symbol}, ${token}`} className="figure whitespace-nowrap">
      {short} <span className="text-[0.82em] text-faint">{symbol}</span>
    </span>
  );
}
