"use client";

import type { Deployment } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Link } from "#components/ui/Link.tsx";
import type { Account } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { exitSeatTransaction } from "#transactions/definitions/exitSeat.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";
import { Entry } from "./Entry.tsx";
import { TopUp } from "./TopUp.tsx";

interface SeatControlProps {
  deployment: Deployment;
  wallet: Connected;
  office: Account["judge"];
  block: number;
}

/** Takes a seat, keeps its bond whole, or gives it up. */
export function SeatControl({ deployment, wallet, office, block }: SeatControlProps): ReactNode {
  const strings = useStrings();
  const t = strings.judge.seat;
  const exit = useTransaction(wallet, "exitSeat", wallet.account);
  const [isAsked, setAsked] = useState(false);
  const leave = () => {
    setAsked(false);
    void exit.run(exitSeatTransaction(deployment, strings));
  };
  const isSeated = typeof office?.seat === "number";
  const held = office?.stints.find(({ endedAt }) => endedAt === null);
  const left = office?.stints.some(({ bond, endedAt }) => endedAt !== null && bond !== "0") ?? false;
  return (
    <div className="mt-4 flex flex-col gap-3">
      {isSeated && held && <TopUp deployment={deployment} wallet={wallet} stint={held} />}
      {isSeated && (
        <Button
          size="small"
          className="self-start"
          aria-expanded={isAsked}
          busy={isBlocked(exit.state)}
          onClick={() => setAsked(!isAsked)}
        >
          {t.exit}
        </Button>
      )}
      {isSeated && isAsked && (
        <div className="flex flex-col gap-2">
          <p role="alert" className="text-sm">
            {t.exitAsk}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={leave}>
              {t.exitSure}
            </Button>
            <Button size="small" onClick={() => setAsked(false)}>
              {t.exitKeep}
            </Button>
          </div>
        </div>
      )}
      <TransactionStatus run={exit} onRetry={leave} />
      {left && (
        <p className="text-muted text-sm">
          {t.bondLeft}{" "}
          <Link href={`/accounts/${wallet.account}`} className="text-accent hover:underline">
            {t.toAccount}
          </Link>
        </p>
      )}
      {!isSeated && <Entry deployment={deployment} wallet={wallet} block={block} />}
    </div>
  );
}
