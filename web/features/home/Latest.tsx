import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Link } from "#components/ui/Link.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import { PhaseBadge } from "#features/contributions/PhaseBadge.tsx";
import { WorkTitle } from "#features/contributions/WorkTitle.tsx";
import type { Contribution, Person } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

interface LatestProps {
  works: readonly Contribution[];
  people: readonly Person[];
  now: number;
}

/** What happened last, and who earned most. */
export function Latest({ works, people, now }: LatestProps): ReactNode {
  const t = useStrings();
  return (
    <div className="mt-4 grid gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Card title={t.home.latest} aside={<More href="/contributions">{t.home.allWorks}</More>} flush>
        {works.length === 0 ? (
          <EmptyState title={t.home.emptyTitle}>{t.home.emptyText}</EmptyState>
        ) : (
          <ul className="divide-y">
            {works.map((work) => (
              <li
                key={work.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-4 py-3 sm:px-5"
              >
                <div className="min-w-0 flex-1 basis-64">
                  <WorkTitle work={work} />
                </div>
                <div className="flex items-center gap-4 text-sm">
                  {work.amount !== "0" && <Amount wei={work.amount} />}
                  <PhaseBadge phase={work.phase} />
                  <Time
                    at={work.registeredAt}
                    now={now}
                    className="w-28 text-end text-faint text-xs max-sm:w-auto"
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t.home.topPeople} aside={<More href="/people">{t.home.allPeople}</More>}>
        {people.length === 0 ? (
          <p className="text-muted text-sm">{t.people.empty.text}</p>
        ) : (
          <ol className="flex flex-col gap-4">
            {people.map(({ node, earned }) => (
              <li key={node} className="flex items-center justify-between gap-3 text-sm">
                <NodeTag node={node} size={24} />
                <Amount wei={earned} />
              </li>
            ))}
          </ol>
        )}
      </Card>
    </div>
  );
}

function More({ href, children }: { href: string; children: ReactNode }): ReactNode {
  return (
    <Link href={href} className="hover:text-accent hover:underline">
      {children}
    </Link>
  );
}
