import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import type { Strings } from "#strings/index.ts";

type Words = Strings["developers"]["exports"];
type ListName = keyof Words["lists"];

const FORMATS = ["csv", "ndjson"] as const;

/** Every list whole, to take away. */
export function Exports({ url, t }: { url: string; t: Words }): ReactNode {
  const columns: Column<ListName>[] = [
    {
      key: "list",
      header: t.column.list,
      lead: true,
      cell: (list) => <span className="font-medium">{t.lists[list].name}</span>,
    },
    {
      key: "holds",
      header: t.column.holds,
      broad: true,
      cell: (list) => <span className="text-muted text-sm">{t.lists[list].text}</span>,
    },
    {
      key: "files",
      header: t.column.files,
      align: "end",
      broad: true,
      cell: (list) => (
        <span className="inline-flex gap-4 text-sm">
          {FORMATS.map((format) => (
            <a
              key={format}
              href={new URL(`/v1/exports/${list}?format=${format}`, url).href}
              aria-label={t.download(t.lists[list].name, format.toUpperCase())}
              className="text-accent hover:underline"
            >
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      ),
    },
  ];
  return (
    <Card title={t.title} flush>
      <p className="max-w-prose px-4 pb-4 text-muted text-sm sm:px-5">{t.text}</p>
      <div className="border-t">
        <Table
          caption={t.caption}
          columns={columns}
          rows={Object.keys(t.lists) as ListName[]}
          rowKey={(list) => list}
        />
      </div>
    </Card>
  );
}
