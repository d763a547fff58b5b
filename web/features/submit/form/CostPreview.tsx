"use client";

import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useStrings } from "#strings/index.ts";
import type { Cost } from "./useCost.ts";

export function CostPreview({ cost: { bond, fee, refusal, isUnknown } }: { cost: Cost }): ReactNode {
  const t = useStrings().submit.cost;
  if (isUnknown) return <Notice tone="warning">{t.unknown}</Notice>;
  return (
    <>
      <dl className="flex flex-col gap-3 text-sm">
        <Line term={t.bond} note={t.bondNote} wei={bond} />
        <Line term={t.fee} note={fee === undefined ? t.feeLater : t.feeNote} wei={fee} />
      </dl>
      <div role="status" className="mt-3 empty:absolute">
        {refusal !== undefined && (
          <Notice tone="bad" title={t.refused}>
            <span lang="en">{refusal}</span>
          </Notice>
        )}
      </div>
    </>
  );
}

function Line({ term, note, wei }: { term: string; note: string; wei: bigint | undefined }): ReactNode {
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
      <dt>{term}</dt>
      <dd className="font-medium">
        {wei === undefined ? <span className="text-faint">–</span> : <Amount wei={wei} unit="ETH" />}
      </dd>
      <dd className="col-span-2 mt-0.5 text-muted text-xs">{note}</dd>
    </div>
  );
}
