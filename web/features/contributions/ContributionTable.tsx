import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Contribution } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { PhaseBadge } from "./PhaseBadge.tsx";
import { WorkTitle } from "./WorkTitle.tsx";

interface ContributionTableProps {
  works: readonly Contribution[];
  /** The time of the block that the list is of. */
  now: number;
}

export function ContributionTable({ works, now }: ContributionTableProps): ReactNode {
  const t = useStrings().contributions;
  const columns: Column<Contribution>[] = [
    { key: "work", header: t.column.work, lead: true, cell: (work) => <WorkTitle work={work} /> },
    { key: "phase", header: t.column.phase, cell: ({ phase }) => <PhaseBadge phase={phase} /> },
    {
      key: "level",
      header: t.column.level,
      align: "end",
      cell: ({ level }) => <span className="figure">{level ?? <Nothing text={t.noLevel} />}</span>,
    },
    {
      key: "people",
      wideOnly: true,
      header: t.column.people,
      align: "end",
      cell: ({ contributorCount }) => <span className="figure">{contributorCount}</span>,
    },
    {
      key: "amount",
      header: t.column.amount,
      align: "end",
      cell: ({ amount }) => (amount === "0" ? <Nothing text={t.noLevel} /> : <Amount wei={amount} />),
    },
    {
      key: "registered",
      wideOnly: true,
      header: t.column.registered,
      align: "end",
      cell: ({ registeredAt }) => <Time at={registeredAt} now={now} className="text-muted text-sm" />,
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={works} rowKey={({ id }) => id} />;
}

function Nothing({ text }: { text: string }): ReactNode {
  return (
    <span className="text-faint">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
