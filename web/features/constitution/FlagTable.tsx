import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag, NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Names } from "#features/contributions/names.ts";
import { Decided } from "#features/governance/Decided.tsx";
import type { Constitution } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

type Flags = Constitution["flags"];
type Challenge = NonNullable<Flags[number]["challenge"]>;
type Flag = Omit<Flags[number], "challenge"> & Challenge;

const TONES: Record<Challenge["outcome"], Tone> = {
  ...{ Pending: "accent", Upheld: "good", Dismissed: "neutral", Inconclusive: "neutral" },
};

interface FlagTableProps {
  flags: Flags;
  titles: Names;
  now: number;
}

/** Which scores critics had judged again, and what the second panels made of it. */
export function FlagTable({ flags, titles, now }: FlagTableProps): ReactNode {
  const t = useStrings().constitution.flags;
  const rows = flags.flatMap(({ challenge, ...rest }): Flag[] =>
    challenge === null ? [] : [{ ...rest, ...challenge }],
  );
  if (rows.length === 0) {
    return (
      <Card title={t.title} level={3}>
        <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
      </Card>
    );
  }
  const columns: Column<Flag>[] = [
    {
      key: "work",
      header: t.column.work,
      lead: true,
      cell: ({ contribution }) => <NodeTag node={contribution} name={titles.get(contribution)} />,
    },
    {
      key: "critic",
      header: t.column.critic,
      broad: true,
      cell: ({ challenger }) => <AddressTag address={challenger} />,
    },
    {
      key: "level",
      header: t.column.level,
      cell: ({ firstLevel, secondLevel }) => (
        <span className="figure">{t.levels(firstLevel, secondLevel)}</span>
      ),
    },
    {
      key: "outcome",
      header: t.column.outcome,
      cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{t.outcome[outcome]}</Badge>,
    },
    { key: "how", header: t.column.how, cell: ({ record }) => <Decided record={record} /> },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ challengedAt }) => <Time at={challengedAt} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Card title={t.title} level={3} flush>
      <Table caption={t.caption} columns={columns} rows={rows} rowKey={({ record }) => record} />
    </Card>
  );
}
