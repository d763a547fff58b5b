import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { GraphControls } from "#features/graph/GraphControls.tsx";
import { GraphSkeleton } from "#features/graph/GraphSkeleton.tsx";
import { GraphView } from "#features/graph/GraphView.tsx";
import { parseGraphQuery } from "#features/graph/model/query.ts";
import { pictureOf, readGraph } from "#features/graph/readGraph.ts";
import type { SearchParams } from "#lib/url/query.ts";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { graph } = await getStrings();
  return { title: graph.title, description: graph.lead };
}

export default async function GraphPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ graph: t }, params] = await Promise.all([getStrings(), searchParams]);
  const query = parseGraphQuery(params);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <GraphControls query={query} />
      <Reading read={readGraph} skeleton={<GraphSkeleton />}>
        {({ graph }) => <GraphView graph={graph} version={pictureOf(graph).version} query={query} />}
      </Reading>
    </>
  );
}
