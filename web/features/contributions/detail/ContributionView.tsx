import { ChevronLeftIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { type Fact, Facts } from "#components/ui/Facts.tsx";
import { Link } from "#components/ui/Link.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import { ChallengeCard } from "../challenge/ChallengeCard.tsx";
import { PhaseBadge } from "../PhaseBadge.tsx";
import { PayCard } from "../pay/PayCard.tsx";
import { listHref } from "../query.ts";
import { timelineOf } from "../timeline.ts";
import { Citations } from "./Citations.tsx";
import { Credits } from "./Credits.tsx";
import { Critiques } from "./Critiques.tsx";
import { Evidence } from "./Evidence.tsx";
import { Money } from "./Money.tsx";
import { Records } from "./Records.tsx";
import { Score } from "./Score.tsx";
import { Timeline } from "./Timeline.tsx";

interface ContributionViewProps {
  work: ContributionDetail;
  now: number;
}

/** Everything about one work, in the order in which one asks: what it is, how far it is, what came of it, who made it. */
export function ContributionView({ work, now }: ContributionViewProps): ReactNode {
  const t = useStrings();
  return (
    <article>
      <Head work={work} now={now} />
      {/* Beside each other where there is room; on phones the progress comes first and the records last, by the keyboard too. */}
      <div className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] lg:items-start">
        <Card title={t.contribution.progress} className="lg:col-start-2">
          <Timeline steps={timelineOf(work, now)} now={now} />
        </Card>
        <div className="grid min-w-0 gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Score work={work} now={now} />
          <ChallengeCard work={work} now={now} />
          <Critiques critiques={work.critiques} intro={t.critiques.intro} now={now} />
          <Money work={work} />
          <PayCard work={work} now={now} />
          <Credits work={work} />
          <Citations work={work} />
          <Evidence work={work} />
        </div>
        <div className="min-w-0 lg:col-start-2">
          <Records work={work} now={now} />
        </div>
      </div>
    </article>
  );
}

function Head({ work, now }: ContributionViewProps): ReactNode {
  const t = useStrings();
  return (
    <>
      <PageHead
        kicker={
          <span className="flex items-center gap-3">
            <Link
              href={listHref({})}
              className="inline-flex items-center gap-1 hover:text-ink hover:underline"
            >
              <ChevronLeftIcon aria-hidden="true" />
              {t.contribution.back}
            </Link>
            <span className="figure text-faint">{t.common.number(work.number)}</span>
          </span>
        }
        title={work.title ?? t.common.untitled(work.number)}
        lead={work.summary}
      />
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-sm">
        <Tip text={t.phases.explanation[work.phase]}>
          <PhaseBadge phase={work.phase} />
        </Tip>
        <span className="flex flex-wrap items-center gap-x-2">
          {t.contribution.registeredBy} <AddressTag address={work.registrant} />{" "}
          <Time at={work.registeredAt} now={now} />
        </span>
        {work.late && (
          <Tip text={t.contribution.lateNote} className="text-commons">
            {t.contribution.late}
          </Tip>
        )}
      </div>
      <Facts className="mb-6" facts={factsOf(work, t)} />
    </>
  );
}

function factsOf(work: ContributionDetail, t: Strings): Fact[] {
  const { level, points, amount, epoch } = work;
  const facts: (Fact | false)[] = [
    level !== null && {
      term: t.contribution.level,
      value: (
        <>
          {level} <span className="font-normal text-muted text-sm">{t.rubric.word[level]}</span>
        </>
      ),
    },
    points !== null && { term: t.contribution.points, value: <span className="figure">{points}</span> },
    amount !== "0" && { term: t.contribution.minted, value: <Amount trim wei={amount} /> },
    epoch !== null && {
      term: t.epochs.column.epoch,
      value: (
        <Link href={listHref({ epoch })} className="figure hover:text-accent hover:underline">
          {epoch}
        </Link>
      ),
    },
    work.bond !== "0" && { term: t.contribution.bond, value: <Amount trim wei={work.bond} unit="ETH" /> },
  ];
  return facts.filter((fact) => fact !== false);
}
