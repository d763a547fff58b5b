import type { ReactNode } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag, NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import { VERDICT_TONES } from "#features/contributions/detail/Critiques.tsx";
import type { Names } from "#features/contributions/names.ts";
import { Decided } from "#features/governance/Decided.tsx";
import type { Constitution, Critique } from "#lib/api/types.ts";
import { isContribution, shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";

type Critiqued = Constitution["critiques"][number];

interface CritiqueTableProps {
  critiques: readonly Critiqued[];
  titles: Names;
  now: number;
}

/** What critics said last, of works and of proposals. */
export function CritiqueTable({ critiques, titles, now }: CritiqueTableProps): ReactNode {
  const { constitution, critiques: words } = useStrings();
  const t = constitution.critiques;
  const columns: Column<Critiqued>[] = [
    {
      key: "subject",
      header: t.column.subject,
      lead: true,
      cell: ({ subject }) => <Subject subject={subject} titles={titles} />,
    },
    {
      key: "verdict",
      header: t.column.verdict,
      cell: ({ critique: { verdict } }) => (
        <Badge tone={VERDICT_TONES[verdict]}>{words.verdict[verdict]}</Badge>
      ),
    },
    {
      key: "critic",
      header: t.column.critic,
      broad: true,
      cell: ({ critique: { critic } }) => <AddressTag address={critic} />,
    },
    { key: "scores", header: t.column.scores, cell: ({ critique }) => <Scores critique={critique} /> },
    { key: "how", header: t.column.how, cell: ({ record }) => <Decided record={record} /> },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ critique: { timestamp } }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Card title={t.title} level={3} flush>
      <Table caption={t.caption} columns={columns} rows={critiques} rowKey={({ record }) => record} />
    </Card>
  );
}

/** A work or, with a number that is no node, a proposal. */
function Subject({ subject, titles }: { subject: string; titles: Names }): ReactNode {
  const t = useStrings().constitution.critiques;
  if (titles.has(subject) || isContribution(subject))
    return <NodeTag node={subject} name={titles.get(subject)} />;
  return (
    <Link href={`/governance/${subject}`} title={subject} className="hover:text-accent hover:underline">
      {t.proposal} <span className="figure text-faint text-xs">{shortHex(subject)}</span>
    </Link>
  );
}

function Scores({ critique: { ethics, bias, fairness, transparency } }: { critique: Critique }): ReactNode {
  const t = useStrings().constitution.critiques;
  return (
    <Tip text={t.scores(ethics, bias, fairness, transparency)} className="figure whitespace-nowrap text-sm">
      {[ethics, bias, fairness, transparency].join(" · ")}
    </Tip>
  );
}
