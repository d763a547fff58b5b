import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { DetailSkeleton } from "#components/ui/DetailSkeleton.tsx";
import { IdentityView } from "#features/identities/IdentityView.tsx";
import { readIdentity } from "#lib/api/read.ts";
import { shortHex } from "#lib/format/hex.ts";
import { getStrings } from "#strings/server.ts";

interface Props {
  params: Promise<{ node: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { node }] = await Promise.all([getStrings(), params]);
  return { title: `${t.common.identity} ${shortHex(node)}` };
}

export default async function IdentityPage({ params }: Props) {
  const { node } = await params;
  return (
    <Reading level={1} read={() => readIdentity(node)} skeleton={<DetailSkeleton />}>
      {({ identity, block }) => <IdentityView identity={identity} now={block.timestamp} />}
    </Reading>
  );
}
