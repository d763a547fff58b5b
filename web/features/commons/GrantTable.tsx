import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { HashTag } from "#components/ui/HashTag.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Decided } from "#features/governance/Decided.tsx";
import type { Grant } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { FundAmount } from "./FundAmount.tsx";

interface GrantTableProps {
  grants: readonly Grant[];
  now: number;
}

/** What governance gave away, to whom and for what, with the vote that did. */
export function GrantTable({ grants, now }: GrantTableProps): ReactNode {
  const t = useStrings().commons.grants;
  if (grants.length === 0) {
    return (
      <Card title={t.title}>
        <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
      </Card>
    );
  }
  const columns: Column<Grant>[] = [
    { key: "to", header: t.column.to, lead: true, cell: ({ to }) => <AddressTag address={to} /> },
    {
      key: "amount",
      header: t.column.amount,
      align: "end",
      broad: true,
      cell: ({ token, amount }) => <FundAmount token={token} amount={amount} />,
    },
    { key: "purpose", header: t.column.purpose, cell: ({ purposeHash }) => <HashTag hash={purposeHash} /> },
    { key: "how", header: t.column.how, broad: true, cell: (grant) => <Decided {...grant} /> },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ timestamp }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Card title={t.title} flush>
      <Table caption={t.caption} columns={columns} rows={grants} rowKey={({ id }) => id} />
    </Card>
  );
}
