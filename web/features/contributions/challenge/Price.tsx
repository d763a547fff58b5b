"use client";

import { formatEth } from "@azora/sdk";
import type { ReactNode } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useStrings } from "#strings/index.ts";
import { dueOf, isTooPoor, type Prices } from "./price.ts";

interface PriceProps {
  prices: Prices | undefined;
  /** A deposit that was paid before, in wei. */
  paid: bigint | undefined;
}

/** What a challenge costs, when each part of it is paid, and whether there is enough for it. To the last digit: it is paid so. */
export function Price({ prices, paid }: PriceProps): ReactNode {
  const t = useStrings().challenge.due;
  if (prices === undefined) return <Skeleton className="h-24" />;
  const { fee, bond, balance } = prices;
  const { first, rest } = dueOf(prices, paid);
  const lines = [
    { term: t.fee, wei: fee },
    { term: t.bond, wei: bond },
    paid === undefined ? { term: t.deposit, wei: first } : { term: t.paid, wei: paid },
    { term: t.rest, wei: rest },
    { term: t.balance, wei: balance },
  ];
  return (
    <>
      <dl className="flex flex-col gap-1.5 rounded-card bg-sunken p-4 text-sm">
        {lines.map(({ term, wei }) => (
          <div key={term} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <dt className="text-muted">{term}</dt>
            <dd className="figure font-medium">{formatEth(wei)}</dd>
          </div>
        ))}
      </dl>
      {isTooPoor(prices, paid) && (
        <Notice tone="warning">{t.tooLittle(formatEth(first + rest), formatEth(balance))}</Notice>
      )}
    </>
  );
}
