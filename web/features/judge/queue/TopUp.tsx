"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Button } from "#components/ui/Button.tsx";
import type { Account } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { topUpTransaction } from "#transactions/definitions/topUp.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface TopUpProps {
  deployment: Deployment;
  wallet: Connected;
  stint: NonNullable<Account["judge"]>["stints"][number];
}

/** What slashes left of the bond behind a seat, and the way to make it whole. */
export function TopUp({ deployment, wallet, stint: { bond, deposited } }: TopUpProps): ReactNode {
  const strings = useStrings();
  const t = strings.judge.seat;
  const run = useTransaction(wallet, "topUp", wallet.account);
  const fill = () => void run.run(topUpTransaction(deployment, wallet.account, strings));
  const isWhole = bond === deposited;
  return (
    <>
      <p className="text-sm">
        <span className="text-muted">{t.bond}</span> <Amount trim wei={bond} unit="ETH" />
        {!isWhole && (
          <>
            {" "}
            {t.of} <Amount trim wei={deposited} unit="ETH" />. <span className="text-muted">{t.slashed}</span>
          </>
        )}
      </p>
      {!isWhole && (
        <Button size="small" className="self-start" disabled={isBlocked(run.state)} onClick={fill}>
          {t.topUp}
        </Button>
      )}
      <TransactionStatus run={run} onRetry={fill} />
    </>
  );
}
