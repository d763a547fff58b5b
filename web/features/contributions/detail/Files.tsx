import type { FilesManifest } from "@azora/sdk/manifest";
import type { ReactNode } from "react";
import { type Column, Table } from "#components/ui/Table.tsx";
import { formatBytes } from "#lib/format/bytes.ts";
import { shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";

type File = FilesManifest["files"][number];

const SHOWN = 50;

export function Files({ manifest }: { manifest: FilesManifest }): ReactNode {
  const t = useStrings().contribution.evidence;
  const more = manifest.files.length - SHOWN;
  const columns: Column<File>[] = [
    {
      key: "file",
      header: t.column.file,
      lead: true,
      cell: ({ path }) => <span className="[overflow-wrap:anywhere]">{path}</span>,
    },
    {
      key: "size",
      header: t.column.size,
      align: "end",
      cell: ({ bytes }) => <span className="figure whitespace-nowrap">{formatBytes(bytes)}</span>,
    },
    {
      key: "hash",
      header: t.column.hash,
      align: "end",
      cell: ({ sha256 }) => <code className="font-mono text-xs">{shortHex(sha256)}</code>,
    },
  ];
  return (
    <div className="-mx-4 sm:-mx-5 mt-3 text-sm">
      <Table
        caption={t.filesCaption}
        columns={columns}
        rows={manifest.files.slice(0, SHOWN)}
        rowKey={({ path }) => path}
      />
      {more > 0 && <p className="mt-2 px-4 text-faint text-xs sm:px-5">{t.moreShown(more)}</p>}
    </div>
  );
}
