import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { graphHref } from "#features/graph/model/query.ts";
import type { Citation, ContributionDetail } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { compareHref } from "../compare/query.ts";
import { formatWeight } from "../money.ts";
import { WorkTitle } from "../WorkTitle.tsx";

/** Which works it stands on, and which stand on it. */
export function Citations({ work }: { work: ContributionDetail }): ReactNode {
  const { contribution, compare } = useStrings();
  const t = contribution.graph;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Side title={t.builtOn} note={t.builtOnNote} none={t.builtOnNone} works={work.upstream} />
      <Side title={t.citedBy} note={t.citedByNote} none={t.citedByNone} works={work.citedBy} />
      <p className="flex gap-5 text-muted text-sm sm:col-span-2">
        <Link href={graphHref({ focus: work.id })} className="underline underline-offset-4 hover:text-ink">
          {t.show}
        </Link>
        <Link href={compareHref([work.id])} className="underline underline-offset-4 hover:text-ink">
          {compare.withAnother}
        </Link>
      </p>
    </div>
  );
}

interface SideProps {
  title: string;
  note: string;
  none: string;
  works: readonly Citation[];
}

function Side({ title, note, none, works }: SideProps): ReactNode {
  return (
    <Card title={title}>
      <p className="-mt-1 text-muted text-sm">{works.length === 0 ? none : note}</p>
      <ul className="mt-3 flex flex-col gap-3 text-sm empty:hidden">
        {works
          .toSorted((a, b) => b.weight - a.weight)
          .map((citation) => (
            <li key={citation.id} className="flex items-start justify-between gap-4">
              <WorkTitle work={citation} />
              <span className="figure shrink-0 text-muted">{formatWeight(citation.weight)}</span>
            </li>
          ))}
      </ul>
    </Card>
  );
}
