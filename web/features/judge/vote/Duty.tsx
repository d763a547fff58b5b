"use client";

import type { Deployment } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Summary } from "#components/ui/Summary.tsx";
import { useStrings } from "#strings/index.ts";
import type { Connected } from "#wallet/store.ts";
import { useBallot } from "../ballots.ts";
import type { OpenDuty } from "../model/duties.ts";
import { Reveal } from "../Reveal.tsx";
import { VoteForm } from "./VoteForm.tsx";
import { Windows } from "./Windows.tsx";

interface DutyProps {
  deployment: Deployment;
  wallet: Connected;
  duty: OpenDuty;
  now: number;
}

/** What the judge can do now: vote, change the vote, wait, or reveal. */
export function Duty({ deployment, wallet, duty, now }: DutyProps): ReactNode {
  return (
    <div className="flex flex-col gap-5">
      <Windows duty={duty} now={now} />
      <Act deployment={deployment} wallet={wallet} duty={duty} now={now} />
    </div>
  );
}

function Act({ deployment, wallet, duty }: DutyProps): ReactNode {
  const { judge, rubric } = useStrings();
  const t = judge.vote;
  const { state, duty: place } = duty;
  switch (state) {
    case "commit":
      return <VoteForm deployment={deployment} wallet={wallet} duty={place} />;
    case "committed":
      return <Sealed deployment={deployment} wallet={wallet} duty={duty} />;
    case "reveal":
      return (
        <div className="flex flex-col gap-3">
          <Notice tone="warning" role="alert" title={t.revealNow}>
            {judge.alarm.text}
          </Notice>
          <Reveal deployment={deployment} wallet={wallet} duty={place} />
        </div>
      );
    case "revealed":
      return (
        <Notice tone="good">
          {place.level !== null && t.revealed(place.level, rubric.word[place.level] ?? "")}
        </Notice>
      );
    case "leaked":
      return <Notice tone="bad">{t.leaked}</Notice>;
    case "missed":
      return <Notice tone="bad">{place.committedAt === null ? t.missed : t.missedReveal}</Notice>;
  }
}

/** Sealed, and not yet to be opened: what it was, as far as this browser knows, and a way to vote anew. */
function Sealed({ deployment, wallet, duty: { duty } }: Omit<DutyProps, "now">): ReactNode {
  const { judge, rubric } = useStrings();
  const t = judge.vote;
  const ballot = useBallot(duty.commitment);
  const [isChanging, setChanging] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      {ballot === undefined ? (
        <Notice tone="bad">{t.sealedElsewhere}</Notice>
      ) : (
        <Notice tone="good" title={t.sealed(ballot.level, rubric.word[ballot.level] ?? "")}>
          {t.sealedText}
        </Notice>
      )}
      {ballot !== undefined && (
        <details className="group text-sm">
          <Summary>{t.rationaleKept}</Summary>
          <p className="mt-1 whitespace-pre-wrap rounded-control bg-sunken p-3">{ballot.rationale}</p>
        </details>
      )}
      <Button size="small" className="self-start" onClick={() => setChanging(!isChanging)}>
        {isChanging ? t.keep : t.change}
      </Button>
      {isChanging && (
        <VoteForm
          key={duty.commitment}
          deployment={deployment}
          wallet={wallet}
          duty={duty}
          {...(ballot && { before: ballot })}
          onSealed={() => setChanging(false)}
        />
      )}
    </div>
  );
}
