import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { Button, ButtonLink } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Form } from "#components/ui/Form.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { RowSkeletons } from "#components/ui/RowSkeletons.tsx";
import { ContributionTable } from "#features/contributions/ContributionTable.tsx";
import { ListControls } from "#features/contributions/ListControls.tsx";
import { GoOn } from "#features/contributions/more/GoOn.tsx";
import { MoreWorks } from "#features/contributions/more/MoreWorks.tsx";
import { isFiltered, type ListQuery, listHref, parseListQuery } from "#features/contributions/query.ts";
import { readContributions } from "#lib/api/read.ts";
import type { SearchParams } from "#lib/url/query.ts";
import { useStrings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";

const PAGE = 25;
/**
 * Once the list goes on, its end is far: what can be done with what was ticked stays in sight. What the focus comes to is not
 * to stop under it: see `data-bar` in the styles.
 */
const COMPARING =
  "flex flex-wrap items-center gap-3 group-has-[[data-gap]]/list:sticky group-has-[[data-gap]]/list:bottom-0 group-has-[[data-gap]]/list:bg-canvas group-has-[[data-gap]]/list:py-3";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getStrings()).contributions.title };
}

export default async function ContributionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, params] = await Promise.all([getStrings(), searchParams]);
  const query = parseListQuery(params);
  return (
    <>
      <PageHead
        title={t.contributions.title}
        lead={t.contributions.lead}
        aside={
          <ButtonLink href="/graph" size="small">
            {t.contributions.graph}
          </ButtonLink>
        }
      />
      <ListControls query={query} />
      <Reading
        read={() => readContributions({ ...query, limit: PAGE })}
        skeleton={<RowSkeletons rows={12} />}
      >
        {({ items, next, block }) =>
          items.length === 0 ? (
            <Nothing query={query} />
          ) : (
            <div className="flex flex-col gap-4">
              <Form action="/contributions/compare" className="group/list flex flex-col gap-4">
                <Card flush>
                  <ContributionTable
                    works={items}
                    now={block.timestamp}
                    select="ids"
                    more={
                      next && (
                        <MoreWorks
                          address={listHref(query)}
                          query={query}
                          head={next}
                          now={block.timestamp}
                        />
                      )
                    }
                  />
                </Card>
                <div data-bar className={COMPARING}>
                  <Button type="submit" size="small">
                    {t.compare.selected}
                  </Button>
                  <span className="text-muted text-sm">{t.compare.selectNote}</span>
                </div>
              </Form>
              <Pagination
                first={query.cursor && listHref({ ...query, cursor: undefined })}
                next={next === null ? undefined : listHref({ ...query, cursor: next })}
              >
                {next && <GoOn address={listHref(query)} words={t.contributions.goOn} />}
              </Pagination>
            </div>
          )
        }
      </Reading>
    </>
  );
}

/** An empty list says why it is empty, and what would fill it. */
function Nothing({ query }: { query: ListQuery }) {
  const t = useStrings().contributions;
  const [words, href] = isFiltered(query) ? [t.noMatch, listHref({})] : [t.empty, "/submit"];
  return (
    <Card>
      <EmptyState title={words.title} action={<ButtonLink href={href}>{words.action}</ButtonLink>}>
        {words.text}
      </EmptyState>
    </Card>
  );
}
