import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { HashTag } from "#components/ui/HashTag.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Decided } from "#features/governance/Decided.tsx";
import type { Amendment } from "#lib/api/types.ts";
import { sayRule } from "#lib/format/rule.ts";
import { useStrings } from "#strings/index.ts";

interface AmendmentTableProps {
  amendments: readonly Amendment[];
  now: number;
}

/** How rules came to be what they are: each change with its reason, its vote and its record. */
export function AmendmentTable({ amendments, now }: AmendmentTableProps): ReactNode {
  const strings = useStrings();
  const { constitution, rules } = strings;
  const t = constitution.amendments;
  if (amendments.length === 0) {
    return (
      <Card title={t.title} level={3}>
        <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
      </Card>
    );
  }
  const columns: Column<Amendment>[] = [
    {
      key: "rule",
      header: t.column.rule,
      lead: true,
      cell: ({ rule, version }) => (
        <span id={`amendment-${version}`} className="scroll-mt-20">
          <span className="font-medium">{rules[rule].title}</span>{" "}
          <span className="text-faint text-xs">{t.version(version)}</span>
        </span>
      ),
    },
    {
      key: "change",
      header: t.column.change,
      broad: true,
      cell: ({ rule, before, current }) => (
        <span className="figure">
          <span className="text-muted">{sayRule(rule, BigInt(before), strings)}</span>{" "}
          <span aria-hidden="true">→</span> <span className="sr-only">{t.to}</span>{" "}
          <span className="font-medium">{sayRule(rule, BigInt(current), strings)}</span>
        </span>
      ),
    },
    {
      key: "reason",
      header: t.column.reason,
      cell: ({ rationaleHash }) => <HashTag hash={rationaleHash} />,
    },
    {
      key: "how",
      header: t.column.how,
      broad: true,
      cell: ({ record, proposal }) => <Decided record={record} proposal={proposal} />,
    },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ timestamp }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Card title={t.title} level={3} flush>
      <Table caption={t.caption} columns={columns} rows={amendments} rowKey={({ version }) => version} />
    </Card>
  );
}
