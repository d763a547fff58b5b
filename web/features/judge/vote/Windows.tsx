"use client";

import type { ReactNode } from "react";
import { Tip } from "#components/ui/Tip.tsx";
import { cx } from "#lib/cx.ts";
import { duration, exactTime } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import type { OpenDuty } from "../model/duties.ts";

/** The two windows of a round as bars that fill, each with the time that is left. */
export function Windows({ duty, now }: { duty: OpenDuty; now: number }): ReactNode {
  const { vote: t, queue } = useStrings().judge;
  const { commitEnd, revealEnd } = duty;
  const isVoting = now < commitEnd;
  const end = isVoting ? commitEnd : revealEnd;
  return (
    <dl className="flex flex-col gap-1.5 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <dt className="text-muted">{isVoting ? t.commitEnds : t.revealEnds}</dt>
        <dd className={cx("font-medium", end - now < 60 && "text-commons")}>
          <Tip text={exactTime(end)} className="figure">
            {end <= now ? queue.over : queue.left(duration(end - now))}
          </Tip>
        </dd>
      </div>
      {isVoting && (
        <div className="flex items-baseline justify-between gap-3">
          <dt className="text-muted">{t.revealEnds}</dt>
          <dd>
            <Tip text={exactTime(revealEnd)} className="figure">
              {queue.left(duration(revealEnd - now))}
            </Tip>
          </dd>
        </div>
      )}
    </dl>
  );
}
