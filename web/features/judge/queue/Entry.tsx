"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import { Sentence } from "#components/ui/Sentence.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { ours, theirs } from "#lib/said.ts";
import { useStrings } from "#strings/index.ts";
import { enterSeatTransaction } from "#transactions/definitions/enterSeat.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";
import { useEntry } from "./useEntry.ts";

interface EntryProps {
  deployment: Deployment;
  wallet: Connected;
  block: number;
}

/** The way to a seat: what it costs, how much of it is earned, and what is in the way. */
export function Entry({ deployment, wallet, block }: EntryProps): ReactNode {
  const strings = useStrings();
  const t = strings.judge.seat;
  const run = useTransaction(wallet, "enterSeat", wallet.account);
  const entry = useEntry(deployment, wallet.account, block);
  const enter = () => void run.run(enterSeatTransaction(deployment, strings));
  return (
    <>
      {entry === undefined ? (
        <Skeleton className="h-24" />
      ) : (
        <dl className="flex flex-col gap-3 text-sm">
          <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
            <dt className="text-muted">{t.bond}</dt>
            <dd className="font-medium">
              <Amount trim wei={entry.bond} unit="ETH" />
            </dd>
            <dd className="col-span-2 mt-0.5 text-faint text-xs">{t.bondNote}</dd>
          </div>
          <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
            <dt className="text-muted">{t.earned}</dt>
            <dd className="text-right font-medium">
              <Amount trim wei={entry.earned} /> {t.of} <Amount trim wei={entry.threshold} />
            </dd>
            <dd className="col-span-2">
              <Meter part={Number((entry.earned * 1_000n) / (entry.threshold || 1n)) / 1_000} />
            </dd>
          </div>
        </dl>
      )}
      {entry !== undefined && (
        <p className={entry.refusal === undefined ? "text-good text-sm" : "text-sm"}>
          <Sentence said={entry.refusal === undefined ? ours(t.mayEnter) : theirs(entry.refusal)} />
        </p>
      )}
      <Button
        size="small"
        className="self-start"
        disabled={entry === undefined || entry.refusal !== undefined}
        busy={isBlocked(run.state)}
        onClick={enter}
      >
        {t.enter}
      </Button>
      <TransactionStatus run={run} onRetry={enter} />
    </>
  );
}
