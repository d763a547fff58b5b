import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { DetailSkeleton } from "#components/ui/DetailSkeleton.tsx";
import { titleOf } from "#features/governance/model.ts";
import { ProposalView } from "#features/governance/ProposalView.tsx";
import { orUndefined, readProposal } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ governance: t }, { id }] = await Promise.all([getStrings(), params]);
  const proposal = (await orUndefined(readProposal(id)))?.proposal;
  return { title: proposal === undefined ? t.title : titleOf(proposal) || t.untitled };
}

export default async function ProposalPage({ params }: Props) {
  const { id } = await params;
  return (
    <Reading level={1} read={() => readProposal(id)} skeleton={<DetailSkeleton />}>
      {({ proposal, block }) => <ProposalView proposal={proposal} now={block.timestamp} />}
    </Reading>
  );
}
