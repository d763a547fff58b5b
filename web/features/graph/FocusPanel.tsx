import { Cross2Icon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Avatar } from "#components/ui/Avatar.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { Link } from "#components/ui/Link.tsx";
import { formatWeight } from "#features/contributions/money.ts";
import { PhaseBadge } from "#features/contributions/PhaseBadge.tsx";
import { useStrings } from "#strings/index.ts";
import type { Edge, Graph, Work } from "./model/graph.ts";
import { type GraphQuery, graphHref } from "./model/query.ts";

interface FocusPanelProps {
  graph: Graph;
  query: GraphQuery;
}

/** The work that is looked at, with all works around it. */
export function FocusPanel({ graph, query }: FocusPanelProps): ReactNode {
  const t = useStrings().graph.focus;
  const work = query.focus === undefined ? undefined : graph.byId.get(query.focus);
  if (work !== undefined) return <Focused work={work} query={query} />;
  const words = query.focus === undefined ? t.hint : t.unknown;
  return <EmptyState title={words.title}>{words.text}</EmptyState>;
}

function Focused({ work, query }: { work: Work; query: GraphQuery }): ReactNode {
  const { graph, common } = useStrings();
  const t = graph.focus;
  const { id, number, title, phase, minted, received, given, upstream, citedBy } = work;
  return (
    <section aria-labelledby="focused" className="flex flex-col gap-4 p-4 text-sm sm:p-5">
      <div className="flex items-start justify-between gap-3">
        <h2 id="focused" className="font-semibold text-base leading-snug [overflow-wrap:anywhere]">
          {title ?? common.untitled(number)}
        </h2>
        <Link
          href={graphHref({ ...query, focus: undefined })}
          scroll={false}
          aria-label={t.close}
          data-tip={t.close}
          className="-mt-1 -mr-1 inline-flex size-8 shrink-0 items-center justify-center rounded-control text-faint hover:bg-sunken hover:text-ink"
        >
          <Cross2Icon aria-hidden="true" />
        </Link>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <PhaseBadge phase={phase} />
        <span className="figure text-faint">{common.number(number)}</span>
        <ButtonLink href={`/contributions/${id}`} size="small" className="ml-auto">
          {t.open}
        </ButtonLink>
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-y py-3">
        {[
          { term: t.minted, wei: minted },
          { term: t.received, wei: received },
          { term: t.given, wei: given },
        ].map(({ term, wei }) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="text-end">
              <Amount wei={wei} />
            </dd>
          </div>
        ))}
      </dl>
      <Neighbours
        title={t.builtOn}
        none={t.builtOnNone}
        edges={upstream}
        end={({ to }) => to}
        query={query}
        line="border-violet"
      />
      <Neighbours
        title={t.citedBy}
        none={t.citedByNone}
        edges={citedBy}
        end={({ from }) => from}
        query={query}
        line="border-accent-fill"
      />
    </section>
  );
}

/** All that a contract lets a work cite; a few are cited by more. */
const SHOWN = 100;

interface NeighboursProps {
  title: string;
  none: string;
  edges: readonly Edge[];
  end: (edge: Edge) => Work;
  query: GraphQuery;
  /** The colour of these lines in the picture. */
  line: string;
}

function Neighbours({ title, none, edges, end, query, line }: NeighboursProps): ReactNode {
  const { graph: t, common } = useStrings();
  return (
    <div>
      <h3 className="mb-1.5 flex items-center gap-2 font-medium">
        <span aria-hidden="true" className={`w-4 border-t-2 ${line}`} />
        {title} <span className="figure font-normal text-faint">{edges.length}</span>
      </h3>
      {edges.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="flex flex-col">
          {edges.slice(0, SHOWN).map((edge) => {
            const { id, number, title: name } = end(edge);
            return (
              <li key={id} className="flex items-start justify-between gap-3 py-1.5">
                <Link
                  href={graphHref({ ...query, focus: id })}
                  scroll={false}
                  data-work={id}
                  className="group flex min-w-0 items-start gap-2 text-ink"
                >
                  <Avatar of={id} shape="diamond" size={18} />
                  <span className="line-clamp-2 [overflow-wrap:anywhere] group-hover:text-accent group-hover:underline">
                    {name ?? common.untitled(number)}
                  </span>
                </Link>
                <span className="shrink-0 text-end text-muted text-xs">
                  <span className="figure block">{formatWeight(edge.weight)}</span>
                  {edge.paid > 0n && <Amount wei={edge.paid} />}
                </span>
              </li>
            );
          })}
          {edges.length > SHOWN && <li className="text-faint">{t.focus.more(edges.length - SHOWN)}</li>}
        </ul>
      )}
    </div>
  );
}
