import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { ContributionTable } from "#features/contributions/ContributionTable.tsx";
import { listHref } from "#features/contributions/query.ts";
import { readContributions } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

interface WorksOfProps {
  title: ReactNode;
  /** What to say when there is none; without it, nothing is shown then. */
  none?: string;
  /** Whose works: those that credit a node, or those that an account registered. */
  query: { contributor: string } | { registrant: string };
}

const SHOWN = 5;

/** The latest works of somebody, with the way to all of them. */
export async function WorksOf({ title, none, query }: WorksOfProps): Promise<ReactNode> {
  const [t, { items, next, block }] = await Promise.all([
    getStrings(),
    readContributions({ ...query, limit: SHOWN }),
  ]);
  if (items.length === 0 && none === undefined) return null;
  return (
    <Card
      title={title}
      flush={items.length > 0}
      aside={
        next !== null && (
          <Link href={listHref(query)} className="hover:text-accent hover:underline">
            {t.accounts.worksAll}
          </Link>
        )
      }
    >
      {items.length === 0 ? (
        <p className="text-muted text-sm">{none}</p>
      ) : (
        <ContributionTable works={items} now={block.timestamp} />
      )}
    </Card>
  );
}
