import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { readNetwork } from "#lib/api/read.ts";
import { group } from "#lib/format/amount.ts";
import { getStrings } from "#strings/server.ts";
import { PublicTokenAmount } from "./PublicTokenAmount.tsx";

interface PaidAmountProps {
  token: string;
  /** In the token's smallest units. */
  amount: string;
}

/** An amount that was paid in AZR or in any other token. */
export async function PaidAmount({ token, amount }: PaidAmountProps): Promise<ReactNode> {
  const [{ tokens: t }, network] = await Promise.all([getStrings(), readNetwork()]);
  if (token === network?.addresses.azoraToken) return <Amount wei={amount} />;
  return (
    <PublicTokenAmount token={token} amount={amount}>
      <span className="figure [overflow-wrap:anywhere]">
        {group(amount)} <span className="text-[0.82em] text-faint">{t.units}</span>
      </span>
    </PublicTokenAmount>
  );
}
