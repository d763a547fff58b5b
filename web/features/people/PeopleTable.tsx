import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Link } from "#components/ui/Link.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { listHref } from "#features/contributions/query.ts";
import type { Person } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

/** People with what came to them. */
export function PeopleTable({ people }: { people: readonly Person[] }): ReactNode {
  const t = useStrings().people;
  const columns: Column<Person>[] = [
    {
      key: "who",
      header: t.column.who,
      lead: true,
      cell: ({ node, account, credited, earned }) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <NodeTag node={node} size={24} />
          {account === null && <span className="text-faint text-xs">{t.waiting}</span>}
          {account !== null && credited === 0 && earned !== "0" && (
            <span className="text-faint text-xs">{t.through}</span>
          )}
        </span>
      ),
    },
    {
      key: "works",
      header: t.column.works,
      align: "end",
      cell: ({ node, credited }) =>
        credited === 0 ? (
          <span className="text-faint">0</span>
        ) : (
          <Link href={listHref({ contributor: node })} className="figure hover:text-accent hover:underline">
            {credited}
          </Link>
        ),
    },
    { key: "earned", header: t.column.earned, align: "end", cell: ({ earned }) => <Amount wei={earned} /> },
  ];
  return <Table caption={t.caption} columns={columns} rows={people} rowKey={({ node }) => node} />;
}
