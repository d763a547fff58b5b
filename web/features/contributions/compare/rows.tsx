import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import type { Strings } from "#strings/index.ts";
import { formatWeight, WHOLE } from "../money.ts";
import type { Names } from "../names.ts";
import { PhaseBadge } from "../PhaseBadge.tsx";
import { standingOf } from "../votes.ts";
import { WorkTitle } from "../WorkTitle.tsx";
import { VoteBars } from "./VoteBars.tsx";

/** A work with the names of those whom it credits. */
export interface Compared {
  work: ContributionDetail;
  names: Names;
}

/** One fact, of each of the works. */
export interface Row {
  key: string;
  term: string;
  note?: string;
  cell: (compared: Compared) => ReactNode;
}

/** Shown of a long list; the work's own page has all of it. */
const SHOWN = 6;

/** All that is compared, in the order of a work's life. */
export function rowsOf(t: Strings, now: number): Row[] {
  const c = t.compare.row;
  const not = <span className="text-faint">{t.compare.notYet}</span>;
  const never = <span className="text-faint">–</span>;
  /** What is missing may still come, unless the work has come to nothing. */
  const missing = ({ phase }: ContributionDetail) => (phase === "Rejected" || phase === "Void" ? never : not);
  const amount = (work: ContributionDetail, wei: string | undefined) =>
    wei === undefined || wei === "0" ? missing(work) : <Amount wei={wei} />;
  const time = (work: ContributionDetail, at: number | null | undefined) =>
    at == null ? missing(work) : <Time at={at} now={now} />;
  return [
    { key: "phase", term: c.phase, cell: ({ work }) => <PhaseBadge phase={work.phase} /> },
    {
      key: "level",
      term: c.level,
      cell: ({ work, work: { level } }) =>
        level === null ? missing(work) : t.contribution.score.level(level, t.rubric.word[level] ?? ""),
    },
    { key: "votes", term: c.votes, cell: ({ work }) => <Votes work={work} none={missing(work)} /> },
    {
      key: "points",
      term: c.points,
      cell: ({ work, work: { points } }) =>
        points === null ? missing(work) : <span className="figure">{points}</span>,
    },
    { key: "minted", term: c.minted, cell: ({ work }) => amount(work, work.settlement?.amount) },
    { key: "people", term: c.people, cell: ({ work }) => amount(work, work.settlement?.people) },
    { key: "commons", term: c.commons, cell: ({ work }) => amount(work, work.settlement?.citadel) },
    { key: "received", term: c.received, cell: ({ work }) => amount(work, work.pool.received) },
    {
      key: "credited",
      term: c.credited,
      cell: (compared) => <Credited compared={compared} more={t.compare.more} />,
    },
    {
      key: "upstream",
      term: c.upstream,
      cell: ({ work }) => <Citations works={work.upstream} none={t.common.none} more={t.compare.more} />,
    },
    {
      key: "citedBy",
      term: c.citedBy,
      cell: ({ work }) => <Citations works={work.citedBy} none={t.compare.nobody} more={t.compare.more} />,
    },
    { key: "registered", term: c.registered, cell: ({ work }) => time(work, work.registeredAt) },
    { key: "scored", term: c.scored, cell: ({ work }) => time(work, judgedOf(work)?.scoredAt) },
    { key: "paid", term: c.paid, cell: ({ work }) => time(work, work.settlement?.settledAt) },
    {
      key: "epoch",
      term: c.epoch,
      cell: ({ work, work: { epoch } }) =>
        epoch === null ? missing(work) : <span className="figure">{epoch}</span>,
    },
  ];
}

/** The round by which the work stands. */
const judgedOf = (work: ContributionDetail) =>
  standingOf(
    work,
    work.rounds.filter(({ drawnAt }) => drawnAt !== null).toSorted((a, b) => b.round - a.round),
  );

function Votes({ work, none }: { work: ContributionDetail; none: ReactNode }): ReactNode {
  const round = judgedOf(work);
  const levels = (round?.ballots ?? []).map(({ level }) => level).filter((level) => level !== null);
  return levels.length === 0 ? none : <VoteBars levels={levels} level={round?.level ?? null} />;
}

type More = (count: number) => string;

function Credited({ compared: { work, names }, more }: { compared: Compared; more: More }): ReactNode {
  const shares = work.contributors.toSorted((a, b) => b.weight - a.weight);
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {shares.slice(0, SHOWN).map(({ node, weight }) => (
        <li key={node}>
          <span className="flex flex-wrap items-center justify-between gap-x-3">
            <NodeTag node={node} name={names.get(node)} size={18} />
            <span className="figure">{formatWeight(weight)}</span>
          </span>
          <Meter part={weight / WHOLE} />
        </li>
      ))}
      {shares.length > SHOWN && <li className="text-faint">{more(shares.length - SHOWN)}</li>}
    </ul>
  );
}

interface CitationsProps {
  works: ContributionDetail["upstream"];
  none: string;
  more: More;
}

function Citations({ works, none, more }: CitationsProps): ReactNode {
  if (works.length === 0) return <span className="text-faint">{none}</span>;
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {works
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, SHOWN)
        .map((citation) => (
          <li key={citation.id} className="flex items-start justify-between gap-x-3 max-md:flex-col">
            <WorkTitle work={citation} narrow />
            <span className="figure shrink-0 text-muted">{formatWeight(citation.weight)}</span>
          </li>
        ))}
      {works.length > SHOWN && <li className="text-faint">{more(works.length - SHOWN)}</li>}
    </ul>
  );
}
