import { ChevronLeftIcon } from "@radix-ui/react-icons";
import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { Link } from "#components/ui/Link.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Citations } from "#features/contributions/detail/Citations.tsx";
import { ContributionSkeleton } from "#features/contributions/detail/ContributionSkeleton.tsx";
import { Credits } from "#features/contributions/detail/Credits.tsx";
import { Evidence } from "#features/contributions/detail/Evidence.tsx";
import { PhaseBadge } from "#features/contributions/PhaseBadge.tsx";
import { Rubric } from "#features/judge/Rubric.tsx";
import type { Judged } from "#features/judge/vote/judged.ts";
import { VoteLoader } from "#features/judge/vote/VoteLoader.tsx";
import { orUndefined, readContribution } from "#lib/api/read.ts";
import { useStrings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { id }] = await Promise.all([getStrings(), params]);
  const work = (await orUndefined(readContribution(id)))?.contribution;
  return {
    title:
      work === undefined ? t.judge.title : t.judge.workTitle(work.title ?? t.common.untitled(work.number)),
  };
}

export default async function JudgeWorkPage({ params }: Props) {
  const { id } = await params;
  return (
    <Reading level={1} read={() => readContribution(id)} skeleton={<ContributionSkeleton />}>
      {({ contribution, block }) => <Desk work={contribution} block={block} />}
    </Reading>
  );
}

/** The evidence on one side, the vote on the other, and the scale below. */
function Desk({ work, block }: Judged) {
  const t = useStrings();
  return (
    <article>
      <PageHead
        kicker={
          <Link href="/judge" className="inline-flex items-center gap-1 hover:text-ink hover:underline">
            <ChevronLeftIcon aria-hidden="true" />
            {t.judge.back}
          </Link>
        }
        title={work.title ?? t.common.untitled(work.number)}
        lead={work.summary}
        aside={<PhaseBadge phase={work.phase} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Evidence work={work} />
          <Credits work={work} />
          <Citations work={work} />
        </div>
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <VoteLoader title={t.judge.vote.title} judged={{ work, block }} />
        </div>
        <Rubric />
      </div>
    </article>
  );
}
