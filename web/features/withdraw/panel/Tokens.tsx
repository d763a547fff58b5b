"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { type Address, isAddress } from "viem";
import type { Account } from "#lib/api/types.ts";
import { TokenAmount } from "#lib/tokens/TokenAmount.tsx";
import { TokenTag } from "#lib/tokens/TokenTag.tsx";
import { useToken } from "#lib/tokens/useToken.ts";
import { useStrings } from "#strings/index.ts";
import { withdrawTokenTransaction } from "#transactions/definitions/withdrawToken.ts";
import type { Connected } from "#wallet/store.ts";
import { Payout } from "./Payout.tsx";

interface TokensProps {
  deployment: Deployment;
  wallet: Connected;
  account: Account;
  recipient: Address | undefined;
}

/** What rewards brought in other tokens than AZR. */
export function Tokens({ account, ...rest }: TokensProps): ReactNode {
  return account.tokens.map(
    ({ token, owed }) => isAddress(token) && <Token key={token} token={token} owed={owed} {...rest} />,
  );
}

interface TokenProps extends Omit<TokensProps, "account"> {
  token: Address;
  owed: string;
}

function Token({ token, owed, deployment, wallet, recipient }: TokenProps): ReactNode {
  const strings = useStrings();
  const t = strings.withdraw;
  const found = useToken(token);
  const { account } = wallet;
  return (
    <Payout
      wallet={wallet}
      kind="withdrawToken"
      subject={token}
      label={<TokenTag address={token} />}
      amount={<TokenAmount token={found} amount={owed} />}
      note={t.tokenNote}
      isEmpty={owed === "0"}
      action={t.action(typeof found === "object" ? (found.symbol ?? t.token) : t.token)}
      transaction={
        recipient && withdrawTokenTransaction(deployment, { token, account, to: recipient }, strings)
      }
    />
  );
}
