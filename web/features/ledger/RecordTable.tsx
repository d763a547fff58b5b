import type { ReactNode } from "react";
import { Link } from "#components/ui/Link.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Record } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { Subject } from "./Subject.tsx";

interface RecordTableProps {
  records: readonly Record[];
  now: number;
}

export function RecordTable({ records, now }: RecordTableProps): ReactNode {
  const t = useStrings().ledger;
  const columns: Column<Record>[] = [
    {
      key: "kind",
      header: t.column.kind,
      lead: true,
      cell: ({ index, kind }) => (
        <Link href={`/ledger/${index}`} className="group font-medium hover:text-accent">
          <span className="figure mr-3 inline-block min-w-10 font-normal text-faint">{index}</span>
          <span className="group-hover:underline">{t.kind[kind]}</span>
        </Link>
      ),
    },
    { key: "subject", header: t.column.subject, broad: true, cell: (record) => <Subject record={record} /> },
    {
      key: "actor",
      header: t.column.actor,
      wideOnly: true,
      cell: ({ actor }) => <AddressTag address={actor} />,
    },
    {
      key: "time",
      header: t.column.time,
      align: "end",
      cell: ({ timestamp }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={records} rowKey={({ index }) => index} />;
}
