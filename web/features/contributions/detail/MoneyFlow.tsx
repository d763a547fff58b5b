import type { ReactNode } from "react";
import { formatAmount } from "#lib/format/amount.ts";
import { nodeAddress, shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";
import { type Division, foldRecipients, percentOf, type Recipient } from "../money.ts";
import type { Names } from "../names.ts";
import { layOut, type Sankey } from "../sankey.ts";

const SHOWN = 8;
const MAX_NAME = 24;
const WIDE = { width: 640, labelWidth: 190, rowHeight: 42, barHeight: 210 };
const NARROW = { width: 330, labelWidth: 148, rowHeight: 44, barHeight: 200 };

const FILLS: Record<Recipient["kind"], string> = {
  contributor: "fill-accent-fill",
  upstream: "fill-violet",
  commons: "fill-commons-fill",
  others: "fill-accent-fill",
};

interface MoneyFlowProps {
  division: Division;
  names: Names;
}

/** The amount on its way from the mint to everybody. Drawn twice, since text must keep its size on a phone. */
export function MoneyFlow({ division, names }: MoneyFlowProps): ReactNode {
  const recipients = foldRecipients(division.recipients, SHOWN);
  return (
    <>
      <div className="hidden sm:block">
        <Picture division={division} names={names} sankey={layOut(division.amount, recipients, WIDE)} />
      </div>
      <div className="sm:hidden">
        <Picture division={division} names={names} sankey={layOut(division.amount, recipients, NARROW)} />
      </div>
    </>
  );
}

interface PictureProps {
  division: Division;
  names: Names;
  sankey: Sankey;
}

function Picture({ division, names, sankey }: PictureProps): ReactNode {
  const t = useStrings().contribution.money;
  const percent = (wei: bigint) => `${percentOf(wei, division.amount)}%`;
  const { width, height, barWidth, source, people, targets, ribbons } = sankey;
  return (
    <svg
      viewBox={`0 -18 ${width} ${height + 22}`}
      role="img"
      aria-label={t.picture(percent(division.people), percent(division.citadel))}
      className="h-auto w-full text-xs"
    >
      {ribbons.map(({ kind, path }) => (
        <path key={path} d={path} className={FILLS[kind]} fillOpacity="0.22" />
      ))}
      <rect x={source.x} y={source.y} width={barWidth} height={source.height} rx="2" className="fill-ink" />
      <text x={source.x} y={source.y - 7} className="fill-muted">
        {t.minted}
      </text>
      <rect
        x={people.x}
        y={people.y}
        width={barWidth}
        height={people.height}
        rx="2"
        className="fill-accent-fill"
      />
      <text x={people.x + barWidth / 2} y={people.y - 7} textAnchor="middle" className="fill-muted">
        {t.people} {percent(division.people)}
      </text>
      {targets.map((target) => (
        <g key={target.recipient.node ?? target.recipient.kind}>
          <rect
            x={target.x}
            y={target.y}
            width={barWidth}
            height={target.height}
            rx="2"
            className={FILLS[target.recipient.kind]}
          />
          <Label target={target} names={names} x={target.x + barWidth + 8} amount={division.amount} />
        </g>
      ))}
    </svg>
  );
}

interface LabelProps {
  target: Sankey["targets"][number];
  names: Names;
  x: number;
  amount: bigint;
}

function Label({ target: { y, height, recipient }, names, x, amount }: LabelProps): ReactNode {
  const middle = y + height / 2;
  return (
    <>
      <text x={x} y={middle - 2} className="fill-ink font-medium">
        <RecipientName recipient={recipient} names={names} />
      </text>
      <text x={x} y={middle + 12} className="figure fill-muted">
        {formatAmount(recipient.amount).short} AZR · {percentOf(recipient.amount, amount)}%
      </text>
    </>
  );
}

function RecipientName({ recipient, names }: { recipient: Recipient; names: Names }): ReactNode {
  const t = useStrings().contribution.money;
  const { kind, node, count } = recipient;
  if (kind === "commons") return t.commons;
  if (node === undefined) return t.others(count);
  return clip(names.get(node) ?? shortHex(nodeAddress(node) ?? node));
}

/** SVG text does not end by itself where its room does. */
const clip = (name: string): string =>
  name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1).trimEnd()}…`;
