import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { RowSkeletons } from "#components/ui/RowSkeletons.tsx";
import { PeopleTable } from "#features/people/PeopleTable.tsx";
import { readPeople } from "#lib/api/read.ts";
import { href, one, type SearchParams } from "#lib/url/query.ts";
import { getStrings } from "#strings/server.ts";

const PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getStrings()).people.title };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ people: t }, params] = await Promise.all([getStrings(), searchParams]);
  const cursor = one(params, "cursor");
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Reading read={() => readPeople({ cursor, limit: PAGE })} skeleton={<RowSkeletons rows={10} />}>
        {({ items, next }) => (
          <div className="flex flex-col gap-4">
            <Card flush={items.length > 0}>
              {items.length === 0 ? (
                <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
              ) : (
                <PeopleTable people={items} />
              )}
            </Card>
            <Pagination
              first={cursor && "/people"}
              next={next === null ? undefined : href("/people", { cursor: next })}
            />
          </div>
        )}
      </Reading>
    </>
  );
}
