"use client";

import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { Block, Network } from "#lib/api/types.ts";
import { useChainNow } from "#lib/browser/useChainNow.ts";
import { useStrings } from "#strings/index.ts";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { Backup } from "../Backup.tsx";
import { sortDuties } from "../model/duties.ts";
import { useDuties } from "../useDuties.ts";
import { Alarm } from "./Alarm.tsx";
import { DutyRow } from "./DutyRow.tsx";
import { Reminders } from "./Reminders.tsx";
import { Seat } from "./Seat.tsx";

interface AccountProps {
  network: Network;
  wallet: Connected;
  block: Block;
}

/** The desk of one judge: what would be lost first, then the queue, the seat and the secrets. */
export function Account({ network, wallet, block }: AccountProps): ReactNode {
  const t = useStrings().judge;
  const deployment = useDeployment(network);
  const now = useChainNow(block.timestamp);
  const found = useDuties(wallet.account, block.number);
  const duties = found.status === "known" ? sortDuties(found.duties, now) : [];
  const due = duties.filter(({ state }) => state === "reveal");
  return (
    <div className="flex flex-col gap-4">
      <Alarm deployment={deployment} wallet={wallet} due={due} now={now} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <Card title={t.queue.title} flush={duties.length > 0}>
          {found.status === "away" && <Notice tone="warning">{t.queue.away}</Notice>}
          {found.status === "loading" && <Skeleton className="h-28" />}
          {found.status === "known" && duties.length === 0 && (
            <EmptyState title={t.queue.empty}>{t.queue.emptyText}</EmptyState>
          )}
          {duties.length > 0 && (
            <ul className="divide-y">
              {duties.map((duty) => (
                <DutyRow key={`${duty.duty.contribution.id} ${duty.duty.round}`} duty={duty} now={now} />
              ))}
            </ul>
          )}
        </Card>
        <div className="lg:col-start-2 lg:row-span-2">
          <Seat deployment={deployment} wallet={wallet} block={block.number} />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Reminders duties={duties} now={now} />
          <Backup network={network} account={wallet.account} />
        </div>
      </div>
    </div>
  );
}
