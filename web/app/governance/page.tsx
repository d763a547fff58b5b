import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { RowSkeletons } from "#components/ui/RowSkeletons.tsx";
import { ProposalTable } from "#features/governance/ProposalTable.tsx";
import { VoicePanel } from "#features/governance/voice/VoicePanel.tsx";
import { readProposals } from "#lib/api/read.ts";
import { href, one, type SearchParams } from "#lib/url/query.ts";
import { getStrings } from "#strings/server.ts";

const PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const { governance } = await getStrings();
  return { title: governance.title, description: governance.lead };
}

export default async function GovernancePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ governance: t }, params] = await Promise.all([getStrings(), searchParams]);
  const cursor = one(params, "cursor");
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        aside={
          <ButtonLink href="/governance/new" variant="primary">
            {t.propose}
          </ButtonLink>
        }
      />
      <Reading read={() => readProposals({ cursor, limit: PAGE })} skeleton={<RowSkeletons rows={6} />}>
        {({ items, next, block }) => (
          <div className="flex flex-col gap-4">
            <VoicePanel block={block.number} />
            <Card title={t.proposals} flush={items.length > 0}>
              {items.length === 0 ? (
                <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
              ) : (
                <ProposalTable proposals={items} now={block.timestamp} />
              )}
            </Card>
            <Pagination
              first={cursor && "/governance"}
              next={next === null ? undefined : href("/governance", { cursor: next })}
            />
          </div>
        )}
      </Reading>
    </>
  );
}
