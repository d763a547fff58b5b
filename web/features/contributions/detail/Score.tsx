import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import type { ContributionDetail, Round } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { type GroundName, zeroedBy } from "../challenge/model.ts";
import { pointsOf, standingOf } from "../votes.ts";
import { Ballots } from "./Ballots.tsx";
import { VoteChart } from "./VoteChart.tsx";

interface ScoreProps {
  work: ContributionDetail;
  now: number;
}

/** How the panel voted: the level in words, the votes as a picture, and all of it as a table. */
export function Score({ work, now }: ScoreProps): ReactNode {
  const t = useStrings();
  const drawn = work.rounds.filter(({ drawnAt }) => drawnAt !== null).toSorted((a, b) => b.round - a.round);
  const shown = standingOf(work, drawn);
  return (
    <Card title={t.contribution.score.title}>
      {shown?.ballots.some(({ level }) => level !== null) ? (
        <Verdict round={shown} work={work} />
      ) : (
        <p className="text-muted text-sm">{t.contribution.score.pending}</p>
      )}
      {drawn.map((round) => (
        <Ballots key={round.round} round={round} now={now} showRound={drawn.length > 1} />
      ))}
    </Card>
  );
}

interface VerdictProps {
  round: Round;
  work: ContributionDetail;
}

function Verdict({ round, work }: VerdictProps): ReactNode {
  const { ballots, level } = round;
  return (
    <div className="flex flex-col gap-5 sm:flex-row sm:items-center sm:justify-between">
      <div className="max-w-64">
        {level === null ? (
          <SoFar round={round} />
        ) : (
          <Level round={round} level={level} ground={zeroedBy(work)} />
        )}
      </div>
      <VoteChart ballots={ballots} level={level} />
    </div>
  );
}

interface LevelProps {
  round: Round;
  /** The panel's own. */
  level: number;
  /** On which the work is worth nothing, whatever its panel gave it. */
  ground: GroundName | undefined;
}

function Level({ round, level, ground }: LevelProps): ReactNode {
  const t = useStrings();
  const { score } = t.contribution;
  if (ground !== undefined) {
    return (
      <>
        <p className="font-semibold text-lg">{score.level(0, t.rubric.word[0] ?? "")}</p>
        <p className="mt-1 text-muted text-sm">{score.zeroed(level, t.challenge.short[ground])}</p>
        <p className="mt-2 text-faint text-xs">{score.median(round.votes?.length ?? 0, round.panelSize)}</p>
      </>
    );
  }
  return (
    <>
      <p className="font-semibold text-lg">{score.level(level, t.rubric.word[level] ?? "")}</p>
      <p className="mt-1 text-muted text-sm">{t.rubric.meaning[level]}</p>
      <p className="mt-2 text-faint text-xs">
        {score.points(String(pointsOf(level)))} {score.median(round.votes?.length ?? 0, round.panelSize)}
      </p>
    </>
  );
}

/** While votes are being revealed. */
function SoFar({ round: { ballots, panelSize } }: { round: Round }): ReactNode {
  const t = useStrings().contribution.score;
  const count = ballots.filter(({ level }) => level !== null).length;
  return <p className="text-muted text-sm">{t.soFar(count, panelSize)}</p>;
}
