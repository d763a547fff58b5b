import type { ComponentProps, ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Contribution } from "#lib/api/types.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import { PhaseBadge } from "./PhaseBadge.tsx";
import { WorkTitle } from "./WorkTitle.tsx";

interface ContributionTableProps {
  works: readonly Contribution[];
  /** The time of the block that the list is of. */
  now: number;
  /** Whether each can be selected by a check box of this name; the table then stands in a form. */
  select?: string;
  /** Rows that come after these. */
  more?: ReactNode;
}

export function ContributionTable({ works, now, select, more }: ContributionTableProps): ReactNode {
  const t = useStrings();
  const columns = columnsOf(t, {
    now,
    ...(select !== undefined && { ticking: (work) => <TickWork name={select} work={work} /> }),
  });
  return (
    <Table
      caption={t.contributions.caption}
      columns={columns}
      rows={works}
      rowKey={({ id }) => id}
      more={more}
    />
  );
}

interface ColumnOptions {
  now: number;
  /** The check box of a work. */
  ticking?: (work: Contribution) => ReactNode;
  /** Titles on one line, so that all rows are of one height. */
  isEven?: boolean;
}

export function columnsOf(
  { contributions: t }: Strings,
  { now, ticking, isEven = false }: ColumnOptions,
): Column<Contribution>[] {
  return [
    {
      key: "work",
      header: t.column.work,
      lead: true,
      cell: (work) =>
        ticking === undefined ? (
          <WorkTitle work={work} isEven={isEven} />
        ) : (
          <span className="flex items-start gap-3">
            {ticking(work)}
            <WorkTitle work={work} isEven={isEven} />
          </span>
        ),
    },
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
}

interface TickWorkProps extends Pick<ComponentProps<"input">, "checked" | "onChange"> {
  name: string;
  work: Contribution;
}

export function TickWork({ work, ...rest }: TickWorkProps): ReactNode {
  const { compare, common } = useStrings();
  return (
    <label className="-m-2 flex p-2">
      <span className="sr-only">{compare.select(work.title ?? common.untitled(work.number))}</span>
      <input type="checkbox" value={work.id} className="mt-1 size-4 accent-accent" {...rest} />
    </label>
  );
}

function Nothing({ text }: { text: string }): ReactNode {
  return (
    <span className="text-faint">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
