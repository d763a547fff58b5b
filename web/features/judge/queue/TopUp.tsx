"use client";

import { type Deployment, readSeatBond } from "@azora/sdk";
import { type ReactNode, useEffect, useState } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Button } from "#components/ui/Button.tsx";
import type { Account } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { missingOf, topUpTransaction } from "#transactions/definitions/topUp.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import { type Connected, loadStack } from "#wallet/store.ts";

const PERIOD_MS = 15_000;

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
  const seatBond = useSeatBond(deployment, isWhole);
  const stint = { bond: BigInt(bond), deposited: BigInt(deposited) };
  const canFill = seatBond !== undefined && missingOf(stint, seatBond) > 0n;
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
      {canFill && (
        <Button size="small" className="self-start" busy={isBlocked(run.state)} onClick={fill}>
          {t.topUp}
        </Button>
      )}
      <TransactionStatus run={run} onRetry={fill} />
    </>
  );
}

/** What a seat costs now, which a bond is not filled up above; undefined while that is not known, or of no use. */
function useSeatBond(deployment: Deployment, isWhole: boolean): bigint | undefined {
  const [seatBond, setSeatBond] = useState<bigint>();
  useEffect(() => {
    if (isWhole) return;
    let isCurrent = true;
    const ask = async () => {
      const { client } = await loadStack();
      const found = await readSeatBond(client, deployment.addresses);
      if (isCurrent) setSeatBond(found);
    };
    const askOnce = () => void ask().catch(() => undefined);
    askOnce();
    const period = setInterval(askOnce, PERIOD_MS);
    return () => {
      isCurrent = false;
      clearInterval(period);
    };
  }, [deployment, isWhole]);
  return seatBond;
}
