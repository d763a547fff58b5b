import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { binVotes } from "../votes.ts";

const BAR = 7;
const STEP = 10;
const HEIGHT = 36;
/** A panel has as many at the most, unless a second one was called. */
const FEW = 3;

interface VoteBarsProps {
  /** As the judges gave them. */
  levels: readonly number[];
  /** What they came to. */
  level: number | null;
}

/** How many votes each level got, small enough for several to stand side by side. */
export function VoteBars({ levels, level }: VoteBarsProps): ReactNode {
  const t = useStrings().contribution.score;
  const bins = binVotes(levels.map((each) => ({ level: each })));
  const most = Math.max(FEW, ...bins.map(({ votes }) => votes.length));
  const label = bins
    .filter(({ votes }) => votes.length > 0)
    .map(({ votes, level: at }) => t.votes(votes.length, at));
  return (
    <svg
      viewBox={`0 0 ${STEP * bins.length} ${HEIGHT + 14}`}
      role="img"
      aria-label={`${t.chart}: ${label.join(", ")}`}
      className="h-auto w-full max-w-44"
    >
      {bins.map(({ level: at, votes }) => {
        const height = (votes.length / most) * HEIGHT;
        const isLevel = at === level;
        return (
          <g key={at}>
            <rect x={at * STEP + 1} y={HEIGHT - 1} width={BAR} height="1" className="fill-line" />
            <rect
              x={at * STEP + 1}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              rx="1.5"
              className={isLevel ? "fill-accent-fill" : "fill-edge"}
            />
            {(isLevel || at === 0 || at === 10) && (
              <text
                x={at * STEP + 1 + BAR / 2}
                y={HEIGHT + 11}
                textAnchor="middle"
                className={cx("figure text-[9px]", isLevel ? "fill-accent font-semibold" : "fill-faint")}
              >
                {at}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
