"use client";

import type { Deployment } from "@azora/sdk";
import { BellIcon } from "@radix-ui/react-icons";
import { type ReactNode, useEffect, useId } from "react";
import { Link } from "#components/ui/Link.tsx";
import { duration } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import type { Connected } from "#wallet/store.ts";
import type { OpenDuty } from "../model/duties.ts";
import { Reveal } from "../Reveal.tsx";
import { dutyTitle } from "../title.ts";
import { RevealAll } from "./RevealAll.tsx";

interface AlarmProps {
  deployment: Deployment;
  wallet: Connected;
  /** Sealed votes whose reveal window is open. */
  due: readonly OpenDuty[];
  now: number;
}

/** Votes that are lost unless they are revealed now: on top of the page, in the tab's title, and read out at once. */
export function Alarm({ deployment, wallet, due, now }: AlarmProps): ReactNode {
  const { judge: t, common } = useStrings();
  useTitle(due.length > 0 ? t.alarm.page(due.length) : undefined);
  const id = useId();
  if (due.length === 0) return null;
  return (
    <section aria-labelledby={id} className="rounded-card border-2 border-commons bg-commons-soft p-4 sm:p-5">
      {/* Not around the list: what happens there would be read out at once too, and all of it again. */}
      <div role="alert">
        <h2 id={id} className="flex items-center gap-2 font-semibold text-commons text-lg">
          <BellIcon aria-hidden="true" className="size-5 motion-safe:animate-pulse" />
          {t.alarm.title(due.length)}
        </h2>
        <p className="mt-1 max-w-2xl text-sm">{t.alarm.text}</p>
      </div>
      <RevealAll deployment={deployment} wallet={wallet} due={due} />
      <ul className="mt-3 flex flex-col gap-3">
        {due.map(({ duty, deadline }) => (
          <li
            key={`${duty.contribution.id} ${duty.round}`}
            className="flex flex-col gap-3 rounded-control bg-surface p-3"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <Link
                href={`/judge/${duty.contribution.id}`}
                className="min-w-0 font-medium hover:text-accent hover:underline"
              >
                {dutyTitle(duty, common)}
              </Link>
              <span className="figure text-commons text-sm">{t.queue.left(duration(deadline - now))}</span>
            </div>
            <Reveal deployment={deployment} wallet={wallet} duty={duty} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Puts a word before the tab's title while there is something to say. */
function useTitle(word: string | undefined): void {
  useEffect(() => {
    if (word === undefined) return;
    const before = document.title;
    document.title = `${word} · ${before}`;
    return () => {
      document.title = before;
    };
  }, [word]);
}
