import { CheckIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Time } from "#components/ui/Time.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";

interface CourseProps {
  proposal: ProposalDetail;
  now: number;
}

/** Its way: when the vote begins and ends, when it can be executed, when it was. */
export function Course({ proposal, now }: CourseProps): ReactNode {
  const t = useStrings().governance.course;
  const { state, proposedAt, voteStart, voteEnd, eta, executedAt } = proposal;
  const steps: { name: string; at: number | null; isDone: boolean }[] = [
    { name: t.proposed, at: proposedAt, isDone: true },
    { name: t.opens, at: voteStart, isDone: now > voteStart },
    { name: t.closes, at: voteEnd, isDone: now > voteEnd },
    ...(state === "Defeated" || state === "Canceled"
      ? [{ name: t[state], at: null, isDone: true }]
      : [
          { name: t.executable, at: eta, isDone: eta !== null && now >= eta },
          { name: t.executed, at: executedAt, isDone: executedAt !== null },
        ]),
  ];
  return (
    <ol className="flex flex-col gap-3 text-sm">
      {steps.map(({ name, at, isDone }) => (
        <li key={name} className="flex items-center gap-3">
          <span
            aria-hidden="true"
            className={cx(
              "inline-flex size-5 shrink-0 items-center justify-center rounded-full",
              isDone ? "bg-accent-soft text-accent" : "border",
            )}
          >
            {isDone && <CheckIcon className="size-3.5" />}
          </span>
          <span className={isDone ? "" : "text-muted"}>{name}</span>
          {at !== null && <Time at={at} now={now} className="ml-auto text-muted text-xs" />}
        </li>
      ))}
    </ol>
  );
}
