import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Reading } from "#components/shell/Reading.tsx";
import { DetailSkeleton } from "#components/ui/DetailSkeleton.tsx";
import { RecordView } from "#features/ledger/RecordView.tsx";
import { readNetwork, readRecord } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

interface Props {
  params: Promise<{ index: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { index }] = await Promise.all([getStrings(), params]);
  return { title: t.ledger.record.title(index) };
}

export default async function RecordPage({ params }: Props) {
  const { index } = await params;
  if (!/^\d{1,15}$/.test(index)) notFound();
  const read = () => Promise.all([readRecord(Number(index)), readNetwork()]);
  return (
    <Reading level={1} read={read} skeleton={<DetailSkeleton />}>
      {([{ record, block }, network]) => (
        <RecordView record={record} network={network} now={block.timestamp} />
      )}
    </Reading>
  );
}
