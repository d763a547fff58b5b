import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import { listHref } from "#features/contributions/query.ts";
import type { Epoch } from "#lib/api/types.ts";
import { formatAmount, group } from "#lib/format/amount.ts";
import { useStrings } from "#strings/index.ts";
import { shareOfBudget, stateOf } from "./epoch.ts";

interface EpochTableProps {
  epochs: readonly Epoch[];
  /** The most that a point earns, by the present rules, in wei. */
  priceCap: bigint;
  now: number;
}

/** Epochs with what was earned in them, and how much of the budget that took. */
export function EpochTable({ epochs, priceCap, now }: EpochTableProps): ReactNode {
  const t = useStrings().epochs;
  const columns: Column<Epoch>[] = [
    {
      key: "epoch",
      header: t.column.epoch,
      lead: true,
      cell: (epoch) => (
        <span className="flex items-center gap-3">
          <Link
            href={listHref({ epoch: epoch.number })}
            className="figure font-medium hover:text-accent hover:underline"
          >
            {epoch.number}
          </Link>
          <State epoch={epoch} now={now} />
        </span>
      ),
    },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ end }) => <Time at={end} now={now} className="text-muted text-sm" />,
    },
    {
      key: "works",
      header: t.column.works,
      align: "end",
      cell: ({ accepted, settled }) => (
        <Tip text={t.settledOf(settled, accepted)} className="figure">
          {accepted}
        </Tip>
      ),
    },
    {
      key: "points",
      header: t.column.points,
      align: "end",
      cell: ({ points }) => <span className="figure">{group(points)}</span>,
    },
    {
      key: "rate",
      header: t.column.rate,
      align: "end",
      cell: ({ rate }) => <Rate rate={rate} priceCap={priceCap} />,
    },
    {
      key: "minted",
      broad: true,
      header: t.column.minted,
      align: "end",
      cell: ({ minted, budget }) => {
        const { part, text } = shareOfBudget(BigInt(minted), BigInt(budget));
        return (
          <span className="inline-flex w-44 flex-col items-stretch max-md:w-full">
            <span className="flex items-baseline justify-between gap-3">
              <span className="figure text-faint text-xs">{text}</span>
              <Amount wei={minted} />
            </span>
            <Meter part={part} />
          </span>
        );
      },
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={epochs} rowKey={({ number }) => number} />;
}

function State({ epoch, now }: { epoch: Epoch; now: number }): ReactNode {
  const t = useStrings().epochs;
  const state = stateOf(epoch, now);
  const tone = ({ open: "commons", over: "neutral", sealable: "accent", sealed: "good" } as const)[state];
  return <Badge tone={tone}>{t.state[state]}</Badge>;
}

/** What a point is paid: what the budget gives, or the price cap where that is less. */
function Rate({ rate, priceCap }: { rate: string | null; priceCap: bigint }): ReactNode {
  const t = useStrings().epochs;
  if (rate === null) return <span className="text-faint text-sm">{t.notYet}</span>;
  if (BigInt(rate) <= priceCap) return <Amount wei={rate} />;
  return (
    <span className="whitespace-nowrap">
      <Amount wei={priceCap} />{" "}
      <Tip text={t.capped(formatAmount(BigInt(rate)).short)} className="text-faint text-xs">
        {t.cap}
      </Tip>
    </span>
  );
}
