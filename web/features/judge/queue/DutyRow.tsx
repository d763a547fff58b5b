"use client";

import type { ReactNode } from "react";
import { Avatar } from "#components/ui/Avatar.tsx";
import { Badge, type Tone } from "#components/ui/Badge.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import { duration, exactTime } from "#lib/format/time.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import type { OpenDuty } from "../model/duties.ts";
import { dutyTitle } from "../title.ts";

const TONES: Record<OpenDuty["state"], Tone> = {
  commit: "accent",
  committed: "good",
  reveal: "commons",
  revealed: "good",
  missed: "bad",
  leaked: "bad",
};

/** One place on a panel: the work, what to do there, and until when. */
export function DutyRow({ duty, now }: { duty: OpenDuty; now: number }): ReactNode {
  const { judge: t, common } = useStrings();
  const { state, deadline, duty: place } = duty;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3 sm:px-5">
      <Avatar of={place.contribution.id} shape="diamond" size={24} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">{dutyTitle(place, common)}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
          {t.queue.round(place.round)}
          <span aria-hidden="true">·</span>
          <Tip text={exactTime(deadline)} className="figure">
            {timeOf(duty, now, t)}
          </Tip>
        </p>
      </div>
      <Badge tone={TONES[state]} dot>
        {t.state[state]}
      </Badge>
      <ButtonLink
        href={`/judge/${place.contribution.id}`}
        size="small"
        variant={state === "commit" ? "primary" : "secondary"}
      >
        {state === "commit" ? t.queue.open : t.queue.look}
      </ButtonLink>
    </li>
  );
}

function timeOf({ state, deadline }: OpenDuty, now: number, t: Strings["judge"]): string {
  if (deadline <= now) return t.queue.over;
  const left = duration(deadline - now);
  return state === "committed" ? t.queue.opensIn(left) : t.queue.left(left);
}
