import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { HowItGoes } from "#features/judge/HowItGoes.tsx";
import { QueueLoader } from "#features/judge/queue/QueueLoader.tsx";
import { Rubric } from "#features/judge/Rubric.tsx";
import { readProtocol } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { judge } = await getStrings();
  return { title: judge.title, description: judge.intro };
}

export default async function JudgePage() {
  const t = (await getStrings()).judge;
  return (
    <>
      <PageHead title={t.title} lead={t.intro} />
      <div className="flex flex-col gap-4">
        <Reading read={readProtocol} skeleton={<Skeleton className="h-56" />}>
          {({ block }) => <QueueLoader block={block} />}
        </Reading>
        <HowItGoes />
        <Rubric />
      </div>
    </>
  );
}
