import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Pagination } from "#components/ui/Pagination.tsx";
import { group } from "#lib/format/amount.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import { FocusPanel } from "./FocusPanel.tsx";
import { GraphTable } from "./GraphTable.tsx";
import { Legend } from "./Legend.tsx";
import { chooseWorks, pageOf } from "./model/choose.ts";
import type { Graph } from "./model/graph.ts";
import { type GraphQuery, graphHref } from "./model/query.ts";
import { PictureLoader } from "./picture/PictureLoader.tsx";
import type { PictureWords } from "./picture/words.ts";
import { PICTURE_HEIGHT } from "./size.ts";

const PAGE = 25;

interface GraphViewProps {
  graph: Graph;
  version: string;
  query: GraphQuery;
}

/** The picture with the work that is looked at beside it, and below it all of it as a table. */
export function GraphView({ graph, version, query }: GraphViewProps): ReactNode {
  const t = useStrings().graph;
  if (graph.works.length === 0) {
    return (
      <Card>
        <EmptyState title={t.empty.title} action={<ButtonLink href="/submit">{t.empty.action}</ButtonLink>}>
          {t.empty.text}
        </EmptyState>
      </Card>
    );
  }
  const chosen = chooseWorks(graph, query);
  const { page, pages, items } = pageOf(chosen, query.page, PAGE);
  return (
    <div className="flex flex-col gap-4">
      {!graph.isWhole && <Notice>{t.partial(group(graph.works.length))}</Notice>}
      <div className="overflow-clip rounded-card border bg-surface shadow-card lg:grid lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className={`needs-script ${PICTURE_HEIGHT}`}>
          <PictureLoader query={query} version={version} words={wordsOf(t.picture, graph)} />
        </div>
        <div className="relative border-t lg:min-h-[34rem] lg:border-t-0 lg:border-l">
          <div className="lg:absolute lg:inset-0 lg:overflow-y-auto">
            <FocusPanel graph={graph} query={query} />
          </div>
        </div>
      </div>
      <Legend />
      <Card title={t.count(chosen.length, graph.works.length)} flush>
        {items.length === 0 ? (
          <EmptyState
            title={t.noMatch.title}
            action={<ButtonLink href={graphHref({ focus: query.focus })}>{t.noMatch.action}</ButtonLink>}
          >
            {t.noMatch.text}
          </EmptyState>
        ) : (
          <GraphTable works={items} query={query} />
        )}
      </Card>
      <Pagination
        first={page > 1 ? graphHref({ ...query, page: 1 }) : undefined}
        next={page < pages ? graphHref({ ...query, page: page + 1 }) : undefined}
      />
    </div>
  );
}

const wordsOf = (t: Strings["graph"]["picture"], { works }: Graph): PictureWords => ({
  ...{ hint: t.hint, closer: t.closer, farther: t.farther, fit: t.fit, reading: t.reading },
  ...{ label: t.label, failed: t.failed, retry: t.retry, counts: t.counts, untitled: t.untitled },
  arranging: t.arranging(works.length),
});
