import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { RowSkeletons } from "#components/ui/RowSkeletons.tsx";
import { LedgerControls } from "#features/ledger/LedgerControls.tsx";
import { ledgerHref, parseLedgerQuery } from "#features/ledger/query.ts";
import { RecordTable } from "#features/ledger/RecordTable.tsx";
import { readRecords } from "#lib/api/read.ts";
import type { SearchParams } from "#lib/url/query.ts";
import { getStrings } from "#strings/server.ts";

const PAGE = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getStrings()).ledger.title };
}

export default async function LedgerPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ledger: t }, params] = await Promise.all([getStrings(), searchParams]);
  const query = parseLedgerQuery(params);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <LedgerControls query={query} />
      <Reading read={() => readRecords({ ...query, limit: PAGE })} skeleton={<RowSkeletons rows={15} />}>
        {({ items, next, block }) => (
          <div className="flex flex-col gap-4">
            <Card flush={items.length > 0}>
              {items.length === 0 ? (
                <EmptyState title={t.empty.title} action={<ButtonLink href="/ledger">{t.clear}</ButtonLink>}>
                  {t.empty.text}
                </EmptyState>
              ) : (
                <RecordTable records={items} now={block.timestamp} />
              )}
            </Card>
            <Pagination
              first={query.cursor && ledgerHref({ ...query, cursor: undefined })}
              next={next === null ? undefined : ledgerHref({ ...query, cursor: next })}
            />
          </div>
        )}
      </Reading>
    </>
  );
}
