import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { DetailSkeleton } from "#components/ui/DetailSkeleton.tsx";
import { AccountView } from "#features/accounts/AccountView.tsx";
import { readAccount } from "#lib/api/read.ts";
import { shortHex } from "#lib/format/hex.ts";
import { getStrings } from "#strings/server.ts";

interface Props {
  params: Promise<{ address: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { address }] = await Promise.all([getStrings(), params]);
  return { title: `${t.common.account} ${shortHex(address)}` };
}

export default async function AccountPage({ params }: Props) {
  const { address } = await params;
  return (
    <Reading level={1} read={() => readAccount(address)} skeleton={<DetailSkeleton />}>
      {({ account, block }) => <AccountView account={account} now={block.timestamp} />}
    </Reading>
  );
}
