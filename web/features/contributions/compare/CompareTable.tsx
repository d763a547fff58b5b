import { Cross2Icon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { useStrings } from "#strings/index.ts";
import { WorkTitle } from "../WorkTitle.tsx";
import { compareHref } from "./query.ts";
import { type Compared, type Row, rowsOf } from "./rows.tsx";

interface CompareTableProps {
  compared: readonly Compared[];
  now: number;
}

/** A column for each work, a row for each fact. */
export function CompareTable({ compared, now }: CompareTableProps): ReactNode {
  const t = useStrings();
  const ids = compared.map(({ work }) => work.id);
  const title: Row = {
    key: "work",
    term: t.compare.row.work,
    cell: ({ work }) => (
      <span className="flex items-start justify-between gap-2 max-md:flex-col max-md:gap-1">
        <WorkTitle work={work} narrow />
        <Link
          href={compareHref(ids.filter((id) => id !== work.id))}
          aria-label={t.compare.remove(nameOf(work))}
          data-tip={t.compare.remove(nameOf(work))}
          className="inline-flex size-6 shrink-0 max-md:-ml-1.5 items-center justify-center rounded-control text-faint hover:bg-sunken hover:text-ink"
        >
          <Cross2Icon aria-hidden="true" />
        </Link>
      </span>
    ),
  };
  const columns: Column<Row>[] = [
    {
      key: "term",
      header: t.compare.fact,
      lead: true,
      cell: ({ term }) => <span className="font-medium text-muted text-sm">{term}</span>,
    },
    ...compared.map((each) => ({
      key: each.work.id,
      header: t.common.number(each.work.number),
      cell: ({ cell }: Row) => cell(each),
    })),
  ];
  return (
    <Card
      flush
      className="max-md:[&_td]:text-xs md:[&_table]:table-fixed md:[&_td]:align-top md:[&_th:first-child]:w-40"
    >
      <Table
        caption={t.compare.caption}
        columns={columns}
        rows={[title, ...rowsOf(t, now)]}
        rowKey={({ key }) => key}
      />
    </Card>
  );

  function nameOf({ title: name, number }: Compared["work"]): string {
    return name ?? t.common.untitled(number);
  }
}
