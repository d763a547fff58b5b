import type { ReactNode } from "react";
import { Avatar } from "#components/ui/Avatar.tsx";
import type { Ballot } from "#lib/api/types.ts";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { binVotes } from "../votes.ts";

interface VoteChartProps {
  ballots: readonly Ballot[];
  /** What the votes came to. */
  level: number | null;
}

/** A column for each level with one disc for each vote; the panel is small enough to show everybody. */
export function VoteChart({ ballots, level }: VoteChartProps): ReactNode {
  const t = useStrings().contribution.score;
  const bins = binVotes(ballots);
  const label = bins
    .filter(({ votes }) => votes.length > 0)
    .map(({ votes, level: at }) => t.votes(votes.length, at));
  return (
    <div role="img" aria-label={`${t.chart}: ${label.join(", ")}`} className="w-full sm:max-w-sm">
      <div className="grid grid-cols-11">
        {bins.map((bin) => (
          <div
            key={bin.level}
            className={cx(
              "flex flex-col items-center justify-end gap-1 rounded-lg pt-2 pb-1",
              bin.level === level && "bg-accent-soft",
            )}
          >
            {bin.votes.map(({ validator }) => (
              <Avatar key={validator} of={validator.toLowerCase()} size={18} />
            ))}
            <span
              className={cx(
                "figure mt-1 text-xs",
                bin.level === level ? "font-semibold text-accent" : "text-faint",
              )}
            >
              {bin.level}
            </span>
          </div>
        ))}
      </div>
      <p className="mt-1 border-t pt-1 text-center text-faint text-xs">{t.axis}</p>
    </div>
  );
}
