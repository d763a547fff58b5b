"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useAccount } from "#lib/browser/useAccount.ts";
import { useStrings } from "#strings/index.ts";
import type { Connected } from "#wallet/store.ts";
import { SeatControl } from "./SeatControl.tsx";

interface SeatProps {
  deployment: Deployment;
  wallet: Connected;
  block: number;
}

/** The account's seat, how often it did what it was drawn for, and the way in or out. */
export function Seat({ deployment, wallet, block }: SeatProps): ReactNode {
  const t = useStrings().judge.seat;
  const office = useAccount(wallet.account, block)?.judge;
  return (
    <Card title={t.title}>
      {office === undefined ? (
        <Skeleton className="h-16" />
      ) : office === null ? (
        <>
          <p className="font-medium text-sm">{t.none}</p>
          <p className="mt-1 text-muted text-sm">{t.noneText}</p>
        </>
      ) : (
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 text-sm">
          <Figure term={t.number} value={office.seat ?? t.unseated} />
          <Figure term={t.drawn} value={office.drawn} />
          <Figure term={t.committed} value={office.committed} />
          <Figure term={t.revealed} value={office.revealed} />
        </dl>
      )}
      {office !== undefined && (
        <SeatControl deployment={deployment} wallet={wallet} office={office} block={block} />
      )}
    </Card>
  );
}

function Figure({ term, value }: { term: string; value: ReactNode }): ReactNode {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className="figure font-medium text-base">{value}</dd>
    </div>
  );
}
