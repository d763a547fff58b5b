import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { href } from "#lib/url/query.ts";
import { useStrings } from "#strings/index.ts";

const SHOWN = 12;

/** The decisions about it, each to be verified. */
export function Records({ work, now }: { work: ContributionDetail; now: number }): ReactNode {
  const t = useStrings();
  const { records: words } = t.contribution;
  return (
    <Card
      title={words.title}
      aside={
        <Link href={href("/ledger", { subject: work.id })} className="hover:text-accent hover:underline">
          {words.all}
        </Link>
      }
    >
      <p className="-mt-1 mb-3 text-muted text-sm">{words.note}</p>
      <ul className="flex flex-col gap-0.5 text-sm">
        {work.records.slice(0, SHOWN).map(({ index, kind, timestamp }) => (
          <li key={index} className="flex items-baseline justify-between gap-3">
            <Link
              href={`/ledger/${index}`}
              className="inline-block min-h-6 leading-6 hover:text-accent hover:underline"
            >
              {t.ledger.kind[kind]}
              <span className="figure ml-2 text-faint">{index}</span>
            </Link>
            <Time at={timestamp} now={now} className="text-muted text-xs" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
