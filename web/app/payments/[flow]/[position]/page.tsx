import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Reading } from "#components/shell/Reading.tsx";
import { DetailSkeleton } from "#components/ui/DetailSkeleton.tsx";
import { WhyView } from "#features/payments/WhyView.tsx";
import { readWhy } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

interface Props {
  params: Promise<{ flow: string; position: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getStrings()).payments.title };
}

export default async function WhyPage({ params }: Props) {
  const { flow, position } = await params;
  if (!/^\d{75}$/.test(flow) || !/^\d{1,4}$/.test(position)) notFound();
  return (
    <Reading level={1} read={() => readWhy(flow, Number(position))} skeleton={<DetailSkeleton />}>
      {({ steps, isWhole, block }) => <WhyView steps={steps} isWhole={isWhole} now={block.timestamp} />}
    </Reading>
  );
}
