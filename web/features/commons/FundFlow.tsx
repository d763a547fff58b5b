import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Disclosure } from "#components/ui/Disclosure.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { partOf } from "#features/home/figures.ts";
import { formatAmount } from "#lib/format/amount.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import { cameIn, type Flows } from "./fund.ts";
import { type Bar, layOut, type Place, type Sankey } from "./sankey.ts";

const WIDE = { width: 960, labelWidth: 120, rowHeight: 44, barHeight: 220 };
const NARROW = { width: 340, labelWidth: 132, rowHeight: 44, barHeight: 200 };

/** All that was minted and given, the people's part past the fund, and where the fund's part went. */
export function FundFlow({ flows }: { flows: Flows }): ReactNode {
  const t = useStrings().commons.flow;
  return (
    <Card title={t.title}>
      <p className="-mt-1 mb-4 max-w-prose text-muted text-sm">{t.lead}</p>
      {/* Drawn twice, since text must keep its size on a phone. */}
      <div className="hidden md:block">
        <Picture flows={flows} sankey={layOut(flows, WIDE)} />
      </div>
      <div className="md:hidden">
        <Picture flows={flows} sankey={layOut(flows, NARROW)} />
      </div>
      <Disclosure summary={t.table}>
        <FlowTable flows={flows} />
      </Disclosure>
    </Card>
  );
}

const azr = (wei: bigint): string => `${formatAmount(wei).trimmed} AZR`;

function Picture({ flows, sankey }: { flows: Flows; sankey: Sankey }): ReactNode {
  const t = useStrings().commons.flow;
  const { width, height, barWidth, sources, fund, targets, ribbons } = sankey;
  const label = t.picture(azr(flows.minted), azr(flows.people), azr(cameIn(flows)), azr(flows.held));
  return (
    <svg
      viewBox={`0 -2 ${width} ${height + 4}`}
      role="img"
      aria-label={label}
      className="h-auto w-full text-xs"
    >
      {ribbons.map(({ isPeoples, path }) => (
        <path
          key={path}
          d={path}
          className={isPeoples ? "fill-accent-fill" : "fill-commons-fill"}
          fillOpacity={isPeoples ? "0.2" : "0.35"}
        />
      ))}
      {sources.map((bar) => (
        <g key={bar.place}>
          <Block bar={bar} width={barWidth} />
          <text x={bar.x} y={bar.y - 7} className="fill-muted">
            {t.place[bar.place]} <tspan className="figure fill-ink">{azr(bar.amount)}</tspan>
          </text>
        </g>
      ))}
      <rect
        x={fund.x}
        y={fund.y}
        width={barWidth}
        height={fund.height}
        rx="2"
        className="fill-commons-fill"
      />
      <text x={fund.x + barWidth / 2} y={fund.y - 7} textAnchor="middle" className="fill-commons font-medium">
        {t.fund}
      </text>
      {targets.map((bar) => (
        <g key={bar.place}>
          <Block bar={bar} width={barWidth} />
          <Label bar={bar} x={bar.x + barWidth + 8} />
        </g>
      ))}
    </svg>
  );
}

function fillOf(place: Place): string {
  if (place === "minted") return "fill-ink";
  return place === "people" ? "fill-accent-fill" : "fill-commons-fill";
}

function Block({ bar, width }: { bar: Bar; width: number }): ReactNode {
  const { place, x, y, height } = bar;
  return <rect x={x} y={y} width={width} height={height} rx="2" className={fillOf(place)} />;
}

function Label({ bar: { place, amount, y, height }, x }: { bar: Bar; x: number }): ReactNode {
  const t = useStrings().commons.flow;
  const middle = y + height / 2;
  return (
    <>
      <text x={x} y={middle - 2} className="fill-ink font-medium">
        {t.place[place]}
      </text>
      <text x={x} y={middle + 12} className="figure fill-muted">
        {azr(amount)}
      </text>
    </>
  );
}

interface Row {
  key: string;
  from: string;
  to: string;
  amount: bigint;
  whole: bigint;
}

/** What a part is a part of. */
function wholeOf(key: string, t: Strings["commons"]["flow"]): string {
  if (key === "rewards" || key === "gifts") return t.ofAllIn;
  return key === "people" || key === "tenths" ? t.ofMinted : t.ofCame;
}

function FlowTable({ flows }: { flows: Flows }): ReactNode {
  const t = useStrings().commons.flow;
  const { minted, people, tenths, rewards, gifts, held, granted, stipends } = flows;
  const all = cameIn(flows);
  const row = (key: string, from: string, to: string, amount: bigint, whole: bigint): Row => ({
    ...{ key, from, to, amount, whole },
  });
  const rows = [
    row("people", t.place.minted, t.place.people, people, minted),
    row("tenths", t.place.minted, t.fund, tenths, minted),
    row("rewards", t.place.rewards, t.fund, rewards, all),
    row("gifts", t.place.gifts, t.fund, gifts, all),
    row("held", t.fund, t.place.held, held, all),
    row("granted", t.fund, t.place.granted, granted, all),
    row("stipends", t.fund, t.place.stipends, stipends, all),
  ];
  const columns: Column<Row>[] = [
    {
      key: "way",
      header: t.column.way,
      lead: true,
      cell: ({ from, to }) => (
        <>
          {from} <span aria-hidden="true">→</span> <span className="sr-only">{t.to}</span> {to}
        </>
      ),
    },
    { key: "amount", header: t.column.amount, align: "end", cell: ({ amount }) => <Amount wei={amount} /> },
    {
      key: "part",
      header: t.column.part,
      align: "end",
      cell: ({ key, amount, whole }) => (
        <span className="figure text-muted">
          {formatPercent(partOf(amount, whole))} <span className="text-faint text-xs">{wholeOf(key, t)}</span>
        </span>
      ),
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
