import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Disclosure } from "#components/ui/Disclosure.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { formatAmount } from "#lib/format/amount.ts";
import { exactTime } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import type { Change } from "./fund.ts";
import { lineOf } from "./history.ts";
import type { FundSeries } from "./readFundSeries.ts";

const WIDE = { width: 640, height: 150, stripHeight: 44 };
const NARROW = { width: 330, height: 130, stripHeight: 40 };
/** Between what it held and what came and left. */
const GAP = 14;
/** For the words below. */
const FOOT = 18;

interface FundHistoryProps {
  series: FundSeries;
  now: number;
}

/** What the fund held, and what came to it and left it, hour by hour or day by day. */
export function FundHistory({ series, now }: FundHistoryProps): ReactNode {
  const t = useStrings().commons.history;
  const { period, changes } = series;
  if (changes.length === 0) {
    return (
      <Card title={t.title}>
        <p className="text-muted text-sm">{t.none}</p>
      </Card>
    );
  }
  return (
    <Card title={t.title} aside={t.period[period]}>
      <div className="hidden sm:block">
        <Picture series={series} now={now} size={WIDE} />
      </div>
      <div className="sm:hidden">
        <Picture series={series} now={now} size={NARROW} />
      </div>
      <p className="mt-2 text-faint text-xs">{t.note}</p>
      <Disclosure summary={t.table}>
        <ChangeTable changes={changes} period={period} />
      </Disclosure>
    </Card>
  );
}

function Picture({ series: { period, changes }, now, size }: FundHistoryProps & { size: typeof WIDE }) {
  const t = useStrings().commons.history;
  const { width, height, stripHeight } = size;
  const { path, area, most, bars } = lineOf(changes, now, size);
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const azr = (wei: bigint) => `${formatAmount(wei).trimmed} AZR`;
  const middle = height + GAP + stripHeight / 2;
  const bottom = height + GAP + stripHeight + FOOT;
  return (
    <svg
      viewBox={`0 -16 ${width} ${bottom + 18}`}
      role="img"
      aria-label={t.picture(azr(last.held), azr(most), timeOf(first.start, period))}
      className="h-auto w-full text-xs"
    >
      <text x="0" y="-5" className="figure fill-faint">
        {azr(most)}
      </text>
      <line x1="0" x2={width} y1="0" y2="0" strokeDasharray="2 4" className="stroke-edge" />
      <path d={area} className="fill-commons-fill" fillOpacity="0.22" />
      <path d={path} fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-commons-fill" />
      <line x1="0" x2={width} y1={height} y2={height} className="stroke-line" />
      {bars.map(({ x, width: breadth, came, left }, i) => (
        <g key={changes[i]?.start}>
          <rect x={x} y={middle - came} width={breadth} height={came} className="fill-commons-fill" />
          <rect x={x} y={middle} width={breadth} height={left} className="fill-muted" />
        </g>
      ))}
      <line x1="0" x2={width} y1={middle} y2={middle} className="stroke-edge" />
      <text x="0" y={bottom} className="figure fill-faint">
        {timeOf(first.start, period)}
      </text>
      <text x={width} y={bottom} textAnchor="end" className="figure fill-faint">
        {timeOf(now, period)}
      </text>
    </svg>
  );
}

const DATE = 10;
const MINUTE = 16;

/** A day by its date, an hour by its first minute as well; in UTC. */
const timeOf = (time: number, period: FundSeries["period"]): string =>
  exactTime(time).slice(0, period === "day" ? DATE : MINUTE);

function ChangeTable({ changes, period }: { changes: readonly Change[]; period: FundSeries["period"] }) {
  const t = useStrings().commons.history;
  const columns: Column<Change>[] = [
    {
      key: "when",
      header: t.column.when[period],
      lead: true,
      cell: ({ start }) => <span className="figure">{timeOf(start, period)}</span>,
    },
    { key: "came", header: t.column.came, align: "end", cell: ({ came }) => <Amount wei={came} /> },
    { key: "left", header: t.column.left, align: "end", cell: ({ left }) => <Amount wei={left} /> },
    { key: "held", header: t.column.held, align: "end", cell: ({ held }) => <Amount wei={held} /> },
  ];
  const rows = changes.toReversed();
  return <Table caption={t.caption} columns={columns} rows={rows} rowKey={({ start }) => start} />;
}
