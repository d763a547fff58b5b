import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Received } from "#lib/api/types.ts";
import { exactTime } from "#lib/format/time.ts";
import { PaidAmount } from "#lib/tokens/PaidAmount.tsx";
import { getStrings } from "#strings/server.ts";
import { readTitles } from "./readTitles.ts";

interface PaymentsProps {
  /** Whose payments. */
  node: string;
  received: readonly Received[];
  none: string;
  now: number;
  /** Beside the title. */
  aside?: ReactNode;
}

/** What came to somebody, and from which work or identity. */
export async function Payments({ node, received, none, now, aside }: PaymentsProps): Promise<ReactNode> {
  const { accounts, payments } = await getStrings();
  const t = accounts.received;
  if (received.length === 0) {
    return (
      <Card title={t.title}>
        <p className="text-muted text-sm">{none}</p>
      </Card>
    );
  }
  const names = await readTitles(node);
  const columns: Column<Received>[] = [
    {
      key: "from",
      header: t.column.from,
      lead: true,
      cell: ({ source }) => <NodeTag node={source} name={names.get(source)} />,
    },
    {
      key: "amount",
      header: t.column.amount,
      align: "end",
      broad: true,
      cell: ({ token, amount }) => <PaidAmount token={token} amount={amount} />,
    },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ timestamp }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
    {
      key: "why",
      header: payments.link,
      align: "end",
      plain: true,
      cell: ({ flow, position, timestamp }) => (
        <Link
          href={`/payments/${flow}/${position}`}
          aria-label={payments.linkLabel(exactTime(timestamp))}
          className="text-accent text-sm hover:underline"
        >
          {payments.link}
        </Link>
      ),
    },
  ];
  return (
    <Card title={t.title} aside={aside} flush>
      <Table
        caption={t.caption}
        columns={columns}
        rows={received}
        rowKey={({ flow, position }) => `${flow} ${position}`}
      />
    </Card>
  );
}
