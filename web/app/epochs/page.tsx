import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { RowSkeletons } from "#components/ui/RowSkeletons.tsx";
import { EpochTable } from "#features/epochs/EpochTable.tsx";
import { priceCapOf } from "#features/epochs/epoch.ts";
import { PresentEpoch } from "#features/epochs/PresentEpoch.tsx";
import { readEpochs, readProtocol } from "#lib/api/read.ts";
import { href, one, type SearchParams } from "#lib/url/query.ts";
import { getStrings } from "#strings/server.ts";

const PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getStrings()).epochs.title };
}

export default async function EpochsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ epochs: t }, params] = await Promise.all([getStrings(), searchParams]);
  const cursor = one(params, "cursor");
  const read = () => Promise.all([readEpochs({ cursor, limit: PAGE }), readProtocol()]);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Reading read={read} skeleton={<RowSkeletons rows={10} />}>
        {([{ items, next, block }, { protocol }]) => (
          <>
            <PresentEpoch protocol={protocol} now={block.timestamp} />
            <div className="flex flex-col gap-4">
              <Card flush={items.length > 0}>
                {items.length === 0 ? (
                  <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
                ) : (
                  <EpochTable epochs={items} priceCap={priceCapOf(protocol)} now={block.timestamp} />
                )}
              </Card>
              <Pagination
                first={cursor && "/epochs"}
                next={next === null ? undefined : href("/epochs", { cursor: next })}
              />
            </div>
          </>
        )}
      </Reading>
    </>
  );
}
