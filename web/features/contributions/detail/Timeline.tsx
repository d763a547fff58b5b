import { CheckIcon, Cross2Icon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Link } from "#components/ui/Link.tsx";
import { Time } from "#components/ui/Time.tsx";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { currentStep, type Step, type StepKind } from "../timeline.ts";

interface TimelineProps {
  steps: readonly Step[];
  now: number;
}

/** Ends or set-backs that nobody wished for. */
const SAD: readonly StepKind[] = ["missed", "silent", "rejected", "void"];

/** What lasts, and ends by itself. */
const WINDOWS: readonly StepKind[] = ["committed", "revealed", "window"];

export function Timeline({ steps, now }: TimelineProps): ReactNode {
  const rounds = new Set(steps.map(({ round }) => round)).size;
  return (
    <>
      <Present steps={steps} />
      <ol className="flex flex-col">
        {steps.map((step, place) => (
          <TimelineStep
            key={`${step.round}-${step.kind}`}
            step={step}
            now={now}
            isLast={place === steps.length - 1}
            showRound={rounds > 1 && step.kind === "drawn"}
          />
        ))}
      </ol>
    </>
  );
}

/** Has screen readers say how far it is whenever that changes. */
function Present({ steps }: { steps: readonly Step[] }): ReactNode {
  const t = useStrings().timeline;
  const current = currentStep(steps);
  const last = steps.at(-1);
  return (
    <p role="status" className="sr-only">
      {current ? t.now(t.ahead[current.kind], t.next[current.kind]) : last && t.title[last.kind]}
    </p>
  );
}

interface TimelineStepProps {
  step: Step;
  now: number;
  isLast: boolean;
  showRound: boolean;
}

function TimelineStep({ step, now, isLast, showRound }: TimelineStepProps): ReactNode {
  const t = useStrings().timeline;
  const { kind, state, round, record } = step;
  return (
    <li
      className="relative flex gap-3 pb-4 last:pb-0"
      {...(state === "current" && { "aria-current": "step" })}
    >
      {!isLast && (
        <span
          aria-hidden="true"
          className={cx(
            "absolute top-6 bottom-0 left-[0.6875rem] w-px",
            state === "done" ? "bg-accent/40" : "bg-line",
          )}
        />
      )}
      <Marker step={step} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className={cx("font-medium", state === "upcoming" && "text-faint")}>
            {state === "done" ? t.title[kind] : t.ahead[kind]}
            {showRound && <span className="ml-1.5 font-normal text-muted">{t.round(round)}</span>}
            <span className="sr-only">, {t[state]}</span>
          </span>
          <When step={step} now={now} />
        </p>
        {state === "current" && <p className="mt-0.5 text-muted">{t.next[kind]}</p>}
        <p className="flex flex-wrap gap-x-2 text-faint text-xs">
          <Detail step={step} />
          {record !== undefined && (
            <Link href={`/ledger/${record}`} className="hover:text-accent hover:underline">
              {t.record(record)}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

function Marker({ step: { kind, state } }: { step: Step }): ReactNode {
  const isSad = SAD.includes(kind);
  const look = {
    done: isSad ? "border-transparent bg-bad-soft text-bad" : "border-transparent bg-accent-soft text-accent",
    current: "border-accent bg-surface",
    upcoming: "border-edge bg-surface",
  }[state];
  const Icon = isSad ? Cross2Icon : CheckIcon;
  return (
    <span
      aria-hidden="true"
      className={cx(
        "relative mt-px flex size-[1.375rem] shrink-0 items-center justify-center rounded-full border-[1.5px]",
        look,
      )}
    >
      {state === "done" && <Icon className="size-3.5" />}
      {state === "current" && <span className="size-2 rounded-full bg-accent motion-safe:animate-pulse" />}
    </span>
  );
}

/** When it happened, or when it can. */
function When({ step: { kind, state, at, due }, now }: { step: Step; now: number }): ReactNode {
  const t = useStrings().timeline;
  if (at !== undefined) return <Time at={at} now={now} className="text-muted text-xs" />;
  if (due === undefined || state === "done") return null;
  return (
    <span className="text-muted text-xs">
      {due > now ? (WINDOWS.includes(kind) ? t.ends : t.due) : t.dueSince} <Time at={due} now={now} />
    </span>
  );
}

function Detail({ step: { kind, state, count, of } }: { step: Step }): ReactNode {
  const t = useStrings().timeline;
  if (of === undefined || state === "upcoming") return null;
  if (kind === "drawn") return <span>{t.panel(of)}</span>;
  return count === undefined ? null : <span className="figure">{t.count(count, of)}</span>;
}
