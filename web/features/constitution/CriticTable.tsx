import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import type { Protocol } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

type Critic = Protocol["critics"][number];

interface CriticTableProps {
  critics: readonly Critic[];
  now: number;
}

/** Who may criticise, and what each can still flag. */
export function CriticTable({ critics, now }: CriticTableProps): ReactNode {
  const { constitution } = useStrings();
  const t = constitution.critics;
  const title = constitution.facts.critics;
  if (critics.length === 0) {
    return (
      <Card title={title} level={3}>
        <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
      </Card>
    );
  }
  const columns: Column<Critic>[] = [
    {
      key: "critic",
      header: t.column.critic,
      lead: true,
      cell: ({ account }) => <AddressTag address={account} />,
    },
    {
      key: "critiques",
      header: t.column.critiques,
      align: "end",
      cell: ({ critiques }) => <span className="figure">{critiques}</span>,
    },
    {
      key: "flags",
      header: t.column.flags,
      align: "end",
      cell: ({ flagsLeft }) => <span className="figure">{flagsLeft}</span>,
    },
    {
      key: "strikes",
      header: t.column.strikes,
      align: "end",
      cell: ({ strikes }) => (
        <Tip text={t.strikesNote} className="figure">
          {strikes}
        </Tip>
      ),
    },
    {
      key: "since",
      header: t.column.since,
      align: "end",
      cell: ({ since }) => <Time at={since} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Card title={title} level={3} flush>
      <Table caption={t.caption} columns={columns} rows={critics} rowKey={({ account }) => account} />
    </Card>
  );
}
