import type { ReactNode } from "react";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Withdrawal } from "#lib/api/types.ts";
import { PaidAmount } from "#lib/tokens/PaidAmount.tsx";
import { useStrings } from "#strings/index.ts";

interface WithdrawalTableProps {
  withdrawals: readonly Withdrawal[];
  now: number;
}

export function WithdrawalTable({ withdrawals, now }: WithdrawalTableProps): ReactNode {
  const t = useStrings().accounts.withdrawals;
  const columns: Column<Withdrawal>[] = [
    { key: "to", header: t.column.to, lead: true, cell: ({ to }) => <AddressTag address={to} /> },
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
  ];
  return <Table caption={t.caption} columns={columns} rows={withdrawals} rowKey={({ id }) => id} />;
}
