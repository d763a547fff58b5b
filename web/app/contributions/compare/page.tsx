import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Link } from "#components/ui/Link.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { RowSkeletons } from "#components/ui/RowSkeletons.tsx";
import { AddWork } from "#features/contributions/compare/AddWork.tsx";
import { CompareTable } from "#features/contributions/compare/CompareTable.tsx";
import { MOST, parseCompareQuery } from "#features/contributions/compare/query.ts";
import { readCompared } from "#features/contributions/compare/readCompared.ts";
import type { SearchParams } from "#lib/url/query.ts";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { compare } = await getStrings();
  return { title: compare.title, description: compare.lead };
}

export default async function ComparePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ compare: t, contributions }, params] = await Promise.all([getStrings(), searchParams]);
  const query = parseCompareQuery(params);
  return (
    <>
      <PageHead
        kicker={
          <Link href="/contributions" className="hover:text-ink hover:underline">
            {contributions.title}
          </Link>
        }
        title={t.title}
        lead={t.lead}
      />
      <Reading read={() => readCompared(query)} skeleton={<RowSkeletons rows={10} height="h-14" />}>
        {({ compared, missing, found, now }) => (
          <div className="flex flex-col gap-4">
            {compared.length > 0 ? (
              <CompareTable compared={compared} now={now} />
            ) : (
              <Card>
                <EmptyState
                  title={t.empty.title}
                  action={<ButtonLink href="/contributions">{t.empty.action}</ButtonLink>}
                >
                  {t.empty.text}
                </EmptyState>
              </Card>
            )}
            {missing > 0 && <p className="text-muted text-sm">{t.missing(missing)}</p>}
            {compared.length < MOST && (
              <AddWork query={{ ...query, ids: compared.map(({ work }) => work.id) }} found={found} />
            )}
          </div>
        )}
      </Reading>
    </>
  );
}
