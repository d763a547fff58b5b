import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { ContributionSkeleton } from "#features/contributions/detail/ContributionSkeleton.tsx";
import { ContributionView } from "#features/contributions/detail/ContributionView.tsx";
import { orUndefined, readContribution } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { id }] = await Promise.all([getStrings(), params]);
  const work = (await orUndefined(readContribution(id)))?.contribution;
  if (work === undefined) return { title: t.contributions.title };
  return {
    title: work.title ?? t.common.untitled(work.number),
    ...(work.summary && { description: work.summary }),
  };
}

export default async function ContributionPage({ params }: Props) {
  const { id } = await params;
  return (
    <Reading level={1} read={() => readContribution(id)} skeleton={<ContributionSkeleton />}>
      {({ contribution, block }) => <ContributionView work={contribution} now={block.timestamp} />}
    </Reading>
  );
}
