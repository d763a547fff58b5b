import type { CommitEvidence, GitRangeManifest } from "@azora/sdk/manifest";
import type { ReactNode } from "react";
import { type Column, Table } from "#components/ui/Table.tsx";
import { useStrings } from "#strings/index.ts";

const SHOWN = 20;

/** The commits of a range, as many as one reads; all are in the manifest. */
export function Commits({ manifest }: { manifest: GitRangeManifest }): ReactNode {
  const t = useStrings().contribution.evidence;
  const more = manifest.commits.length - SHOWN;
  const columns: Column<CommitEvidence>[] = [
    {
      key: "subject",
      header: t.column.subject,
      lead: true,
      cell: ({ subject, hash }) => (
        <span className="[overflow-wrap:anywhere]">
          <code className="mr-2 font-mono text-faint text-xs">{hash.slice(0, 8)}</code>
          {subject}
        </span>
      ),
    },
    {
      key: "lines",
      header: t.column.lines,
      align: "end",
      cell: ({ added, deleted }) => (
        <span className="figure whitespace-nowrap text-xs">
          <span className="text-good">+{added}</span> <span className="text-bad">−{deleted}</span>
        </span>
      ),
    },
    {
      key: "date",
      header: t.column.date,
      align: "end",
      // By the author's own clock, long before any block.
      cell: ({ date }) => (
        <span className="figure whitespace-nowrap text-muted text-xs">{date.slice(0, 10)}</span>
      ),
    },
  ];
  return (
    <div className="-mx-4 sm:-mx-5 mt-3 text-sm">
      <Table
        caption={t.commitsCaption}
        columns={columns}
        rows={manifest.commits.slice(0, SHOWN)}
        rowKey={({ hash }) => hash}
      />
      <div className="px-4 text-faint text-xs sm:px-5">
        {more > 0 && <p className="mt-2">{t.moreShown(more)}</p>}
        {manifest.commitsOmitted > 0 && <p className="mt-1">{t.omitted(manifest.commitsOmitted)}</p>}
      </div>
    </div>
  );
}
