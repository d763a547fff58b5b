"use client";

import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import { formatAmount, group } from "#lib/format/amount.ts";
import { shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";
import { type FoundToken, useToken } from "./useToken.ts";

interface TokenAmountProps {
  token: FoundToken;
  /** In the token's smallest units. */
  amount: bigint | string;
}

/** An amount of any token: as people say it if the token tells its decimals, else in its smallest units. */
export function TokenAmount({ token, amount }: TokenAmountProps): ReactNode {
  const t = useStrings().tokens;
  if (token === "loading") return <Skeleton className="my-1 h-5 w-24" />;
  if (token === "none") {
    return (
      <span className="figure [overflow-wrap:anywhere]">
        {group(amount)} <span className="text-[0.82em] text-faint">{t.units}</span>
      </span>
    );
  }
  const { address, decimals, symbol = shortHex(address) } = token;
  const { short, exact, wei } = formatAmount(BigInt(amount), decimals);
  return (
    <Tip text={t.exact(`${exact} ${symbol}`, wei)} className="figure whitespace-nowrap">
      {short} <span className="text-[0.82em] text-faint">{symbol}</span>
    </Tip>
  );
}

/** The same, of a token that is still to be asked. */
export function FoundTokenAmount({ token, amount }: { token: string; amount: string }): ReactNode {
  return <TokenAmount token={useToken(token)} amount={amount} />;
}
