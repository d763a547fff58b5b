"use client";

import type { ReactNode } from "react";
import type { ContributionDetail } from "#lib/api/types.ts";
import { cx } from "#lib/cx.ts";
import { TokenAmount } from "#lib/tokens/TokenAmount.tsx";
import type { TokenFacts } from "#lib/tokens/token.ts";
import { useStrings } from "#strings/index.ts";
import { partsOf } from "./model.ts";

interface PartsProps {
  work: ContributionDetail;
  token: TokenFacts;
  amount: bigint;
}

/** Who gets what of a payment, before it is sent. */
export function Parts({ work, token, amount }: PartsProps): ReactNode {
  const t = useStrings().pay.parts;
  const { contributors, upstream, citadel } = partsOf(amount, work);
  const lines = [
    { term: t.contributors(work.contributors.length), part: contributors, fill: "bg-accent-fill" },
    ...(work.upstream.length > 0
      ? [{ term: t.upstream(work.upstream.length), part: upstream, fill: "bg-accent-fill opacity-55" }]
      : []),
    { term: t.citadel, part: citadel, fill: "bg-commons-fill" },
  ];
  return (
    <div className="rounded-card bg-sunken p-4">
      <p className="font-medium text-sm">{t.title}</p>
      <div aria-hidden="true" className="mt-3 flex h-2 gap-0.5 overflow-hidden rounded-full">
        {lines.map(({ term, part, fill }) => (
          <span
            key={term}
            className={cx("min-w-0.5", fill)}
            style={{ flexGrow: Number((part * 1_000n) / amount), flexBasis: 0 }}
          />
        ))}
      </div>
      <dl className="mt-3 flex flex-col gap-1.5 text-sm">
        {lines.map(({ term, part, fill }) => (
          <div key={term} className="flex items-baseline justify-between gap-3">
            <dt className="flex items-center gap-2 text-muted">
              <span aria-hidden="true" className={cx("size-2 rounded-full", fill)} />
              {term}
            </dt>
            <dd className="font-medium">
              <TokenAmount token={token} amount={part} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-faint text-xs">{t.note}</p>
    </div>
  );
}
