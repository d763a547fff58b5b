import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { CHOICES, type Choice, quorumPart, voteParts } from "./model.ts";

const FILLS: Record<Choice, string> = { For: "bg-good", Against: "bg-bad", Abstain: "bg-faint" };

/** How the votes stand, and how far the quorum is reached. */
export function Tally({ proposal }: { proposal: ProposalDetail }): ReactNode {
  const t = useStrings().governance;
  const { votesFor, votesAgainst, votesAbstain, quorum, voters } = proposal;
  const parts = voteParts(proposal);
  const votes: Record<Choice, string> = { For: votesFor, Against: votesAgainst, Abstain: votesAbstain };
  return (
    <>
      <div aria-hidden="true" className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {CHOICES.filter((choice) => votes[choice] !== "0").map((choice) => (
          <span
            key={choice}
            className={cx("min-w-0.5", FILLS[choice])}
            style={{ flexGrow: parts[choice], flexBasis: 0 }}
          />
        ))}
      </div>
      <dl className="mt-4 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-3">
        {CHOICES.map((choice) => (
          <div key={choice} className="max-sm:flex max-sm:items-baseline max-sm:justify-between">
            <dt className="flex items-center gap-2 text-muted text-sm">
              <span aria-hidden="true" className={cx("size-2 rounded-full", FILLS[choice])} />
              {t.choice[choice]}
            </dt>
            <dd className="mt-0.5 font-medium text-lg">
              <Amount trim wei={votes[choice]} unit="Voice" />
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 text-sm">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span>
            {t.tally.quorum} <Amount trim wei={quorum} unit="Voice" />
          </span>
          <span className="figure text-muted">{t.percent(Math.floor(quorumPart(proposal) * 100))}</span>
        </p>
        <Meter part={quorumPart(proposal)} />
        <p className="mt-2 text-muted">
          {t.tally.note} {t.tally.voters(voters)}
        </p>
      </div>
    </>
  );
}
