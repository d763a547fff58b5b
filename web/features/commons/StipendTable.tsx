import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag, NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Names } from "#features/contributions/names.ts";
import { Decided } from "#features/governance/Decided.tsx";
import type { Stipend } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

interface StipendTableProps {
  stipends: readonly Stipend[];
  titles: Names;
  now: number;
}

/** What judges were paid for votes that counted. */
export function StipendTable({ stipends, titles, now }: StipendTableProps): ReactNode {
  const t = useStrings().commons.stipends;
  if (stipends.length === 0) {
    return (
      <Card title={t.title}>
        <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
      </Card>
    );
  }
  const columns: Column<Stipend>[] = [
    {
      key: "judge",
      header: t.column.judge,
      lead: true,
      cell: ({ validator }) => <AddressTag address={validator} />,
    },
    {
      key: "work",
      header: t.column.work,
      broad: true,
      cell: ({ contribution }) => <NodeTag node={contribution} name={titles.get(contribution)} />,
    },
    { key: "amount", header: t.column.amount, align: "end", cell: ({ amount }) => <Amount wei={amount} /> },
    { key: "record", header: t.column.record, cell: ({ record }) => <Decided record={record} /> },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ timestamp }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Card title={t.title} aside={t.latest} flush>
      <Table caption={t.caption} columns={columns} rows={stipends} rowKey={({ record }) => record} />
    </Card>
  );
}
