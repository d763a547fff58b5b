import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { PaidAmount } from "#lib/tokens/PaidAmount.tsx";
import { TokenTag } from "#lib/tokens/TokenTag.tsx";
import { ETHER } from "./fund.ts";

interface FundAmountProps {
  token: string;
  /** In its smallest units. */
  amount: bigint | string;
}

/** An amount of any token that the fund can hold: of ETH as well, which is no token. */
export function FundAmount({ token, amount }: FundAmountProps): ReactNode {
  if (token === ETHER) return <Amount trim wei={amount} unit="ETH" />;
  return <PaidAmount token={token} amount={amount.toString()} />;
}

interface FundTokenProps {
  token: string;
  /** The address of AZR. */
  azr: string | undefined;
}

export function FundTokenName({ token, azr }: FundTokenProps): ReactNode {
  if (token === ETHER) return "ETH";
  return token === azr ? "AZR" : <TokenTag address={token} />;
}
