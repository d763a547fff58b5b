import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Received } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

interface ReceivedTableProps {
  received: readonly Received[];
  now: number;
}

/** What came to somebody, and from which work or identity. */
export function ReceivedTable({ received, now }: ReceivedTableProps): ReactNode {
  const t = useStrings().accounts.received;
  const columns: Column<Received>[] = [
    { key: "from", header: t.column.from, lead: true, cell: ({ source }) => <NodeTag node={source} /> },
    { key: "amount", header: t.column.amount, align: "end", cell: ({ amount }) => <Amount wei={amount} /> },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ timestamp }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Table
      caption={t.caption}
      columns={columns}
      rows={received}
      rowKey={({ flow, source }) => `${flow} ${source}`}
    />
  );
}
