import type { ReactNode } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import type { Health } from "#lib/api/health.ts";
import type { Ready } from "#lib/api/types.ts";
import type { Strings } from "#strings/index.ts";
import { apiStanding } from "./model.ts";
import { Part } from "./Part.tsx";

type Check = Ready["checks"][number];

interface ApiPartProps {
  health: Health;
  url: string;
  t: Strings["status"];
}

/** Whether the API answers and can serve, by each thing that it checks. */
export function ApiPart({ health, url, t }: ApiPartProps): ReactNode {
  const standing = apiStanding(health);
  const { ready } = health;
  const words = t.api;
  const columns: Column<Check>[] = [
    {
      key: "check",
      header: words.column.check,
      lead: true,
      cell: ({ name }) => <span className="font-medium">{words.name[name] ?? name}</span>,
    },
    {
      key: "state",
      header: words.column.state,
      cell: ({ ok }) => (
        <Badge tone={ok ? "good" : "bad"} dot>
          {ok ? words.ok : words.failed}
        </Badge>
      ),
    },
    {
      key: "detail",
      header: words.column.detail,
      broad: true,
      cell: ({ detail }) => <span className="text-muted text-sm [overflow-wrap:anywhere]">{detail}</span>,
    },
  ];
  return (
    <Part
      title={words.title}
      standing={standing}
      word={t.standing[standing]}
      sentence={ready === undefined ? words.silent : standing === "well" ? words.well : words.bad}
      machines={{ label: t.machines, url, paths: ["/health/live", "/health/ready"] }}
    >
      {ready !== undefined && (
        <div className="-mx-4 sm:-mx-5 mt-3 border-t">
          <Table caption={words.checks} columns={columns} rows={ready.checks} rowKey={({ name }) => name} />
        </div>
      )}
    </Part>
  );
}
