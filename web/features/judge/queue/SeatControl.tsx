"use client";

import type { Deployment } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useStrings } from "#strings/index.ts";
import { enterSeatTransaction } from "#transactions/definitions/enterSeat.ts";
import { exitSeatTransaction } from "#transactions/definitions/exitSeat.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface SeatControlProps {
  deployment: Deployment;
  wallet: Connected;
  isSeated: boolean;
}

/** Takes a seat or gives it up. Who may is for the chain to say: it is tried out before anything is signed. */
export function SeatControl({ deployment, wallet, isSeated }: SeatControlProps): ReactNode {
  const strings = useStrings();
  const t = strings.judge.seat;
  const entry = useTransaction(wallet, "enterSeat", wallet.account);
  const exit = useTransaction(wallet, "exitSeat", wallet.account);
  const [isAsked, setAsked] = useState(false);
  const enter = () => void entry.run(enterSeatTransaction(deployment, strings));
  const leave = () => {
    setAsked(false);
    void exit.run(exitSeatTransaction(deployment, strings));
  };
  return (
    <div className="mt-4 flex flex-col gap-3">
      {isSeated ? (
        isAsked ? (
          <div className="flex flex-col gap-2">
            <p className="text-sm">{t.exitAsk}</p>
            <div className="flex flex-wrap gap-2">
              <Button size="small" onClick={leave}>
                {t.exitSure}
              </Button>
              <Button size="small" onClick={() => setAsked(false)}>
                {t.exitKeep}
              </Button>
            </div>
          </div>
        ) : (
          <Button
            size="small"
            className="self-start"
            disabled={isBlocked(exit.state)}
            onClick={() => setAsked(true)}
          >
            {t.exit}
          </Button>
        )
      ) : (
        <Button size="small" className="self-start" disabled={isBlocked(entry.state)} onClick={enter}>
          {t.enter}
        </Button>
      )}
      <TransactionStatus run={entry} onRetry={enter} />
      <TransactionStatus run={exit} onRetry={leave} />
    </div>
  );
}
