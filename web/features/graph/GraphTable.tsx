import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Avatar } from "#components/ui/Avatar.tsx";
import { Link } from "#components/ui/Link.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { WHOLE } from "#features/contributions/money.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { useStrings } from "#strings/index.ts";
import type { Work } from "./model/graph.ts";
import { type GraphQuery, graphHref } from "./model/query.ts";

interface GraphTableProps {
  works: readonly Work[];
  query: GraphQuery;
}

/** The graph in words: each work, what it was built on, how often it is cited, and what flowed. */
export function GraphTable({ works, query }: GraphTableProps): ReactNode {
  const { graph: t } = useStrings();
  const columns: Column<Work>[] = [
    {
      key: "work",
      header: t.column.work,
      lead: true,
      cell: (work) => <ShownWork work={work} query={query} />,
    },
    {
      key: "builtOn",
      header: t.column.builtOn,
      broad: true,
      cell: (work) => <BuiltOn work={work} query={query} />,
    },
    {
      key: "citedBy",
      header: t.column.citedBy,
      align: "end",
      cell: ({ citedBy }) => <span className="figure">{citedBy.length}</span>,
    },
    { key: "minted", header: t.column.minted, align: "end", cell: ({ minted }) => <Flow wei={minted} /> },
    {
      key: "received",
      header: t.column.received,
      align: "end",
      cell: ({ received }) => <Flow wei={received} />,
    },
    { key: "given", header: t.column.given, align: "end", cell: ({ given }) => <Flow wei={given} /> },
  ];
  return <Table caption={t.caption} columns={columns} rows={works} rowKey={({ id }) => id} />;
}

function ShownWork({ work: { id, number, title }, query }: { work: Work; query: GraphQuery }): ReactNode {
  const { common } = useStrings();
  const isShown = id === query.focus;
  return (
    <Link
      href={graphHref({ ...query, focus: id })}
      scroll={false}
      data-work={id}
      {...(isShown && { "aria-current": "true" as const })}
      className="group flex min-w-0 items-start gap-2.5 text-ink aria-[current]:text-accent"
    >
      <span className="mt-px">
        <Avatar of={id} shape="diamond" />
      </span>
      <span className="line-clamp-2 font-medium [overflow-wrap:anywhere] group-hover:text-accent group-hover:underline">
        {title ?? common.untitled(number)}
      </span>
    </Link>
  );
}

const NAMED = 2;

function BuiltOn({ work: { id, upstream }, query }: { work: Work; query: GraphQuery }): ReactNode {
  const { graph: t, common } = useStrings();
  if (upstream.length === 0) return <span className="text-faint">{common.none}</span>;
  return (
    <ul className="text-muted text-sm">
      {upstream.slice(0, NAMED).map(({ to, weight }) => (
        <li key={to.id} className="flex max-w-72 items-baseline justify-between gap-3">
          <Link
            href={graphHref({ ...query, focus: to.id })}
            scroll={false}
            data-work={to.id}
            className="min-h-6 truncate leading-6 hover:text-accent hover:underline"
          >
            {to.title ?? common.untitled(to.number)}
          </Link>
          <span className="figure shrink-0 text-faint">{formatPercent(weight / WHOLE)}</span>
        </li>
      ))}
      {upstream.length > NAMED && (
        <li>
          <Link
            href={graphHref({ ...query, focus: id })}
            scroll={false}
            className="inline-block min-h-6 text-faint leading-6 hover:text-accent hover:underline"
          >
            {t.focus.more(upstream.length - NAMED)}
          </Link>
        </li>
      )}
    </ul>
  );
}

function Flow({ wei }: { wei: bigint }): ReactNode {
  return wei === 0n ? <span className="text-faint">0</span> : <Amount wei={wei} />;
}
