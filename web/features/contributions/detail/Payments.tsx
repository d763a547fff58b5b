import type { ReactNode } from "react";
import { Link } from "#components/ui/Link.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { formatAmount } from "#lib/format/amount.ts";
import { nodeAddress, shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";
import { type Division, percentOf, type Recipient } from "../money.ts";
import type { Names } from "../names.ts";

interface PaymentsProps {
  division: Division;
  names: Names;
}

/** The picture's facts, to the wei. */
export function Payments({ division, names }: PaymentsProps): ReactNode {
  const { contribution, payments } = useStrings();
  const t = contribution.money;
  const columns: Column<Recipient>[] = [
    {
      key: "to",
      header: t.column.to,
      lead: true,
      cell: ({ node, kind }) =>
        node === undefined ? (
          <span className="font-medium">{t.commons}</span>
        ) : (
          <span className="flex flex-wrap items-center gap-x-2">
            <NodeTag node={node} name={names.get(node)} />
            <span className="text-faint text-xs">{t.kind[kind]}</span>
          </span>
        ),
    },
    {
      key: "part",
      header: t.column.part,
      align: "end",
      cell: ({ amount }) => <span className="figure">{percentOf(amount, division.amount)}%</span>,
    },
    {
      key: "wei",
      header: t.column.wei,
      align: "end",
      cell: ({ amount }) => <span className="figure text-xs">{formatAmount(amount).wei}</span>,
    },
    {
      key: "why",
      header: payments.link,
      align: "end",
      cell: ({ node, payment }) =>
        node !== undefined &&
        payment !== undefined && (
          <Link
            href={`/payments/${payment.flow}/${payment.position}`}
            aria-label={payments.linkTo(names.get(node) ?? shortHex(nodeAddress(node) ?? node))}
            className="text-accent text-sm hover:underline"
          >
            {payments.link}
          </Link>
        ),
    },
  ];
  return (
    <Table
      caption={t.caption}
      columns={columns}
      rows={division.recipients}
      rowKey={({ node, kind }) => node ?? kind}
    />
  );
}
