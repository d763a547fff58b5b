"use client";

import { CheckIcon, Cross2Icon } from "@radix-ui/react-icons";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "#components/ui/Button.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Sentence } from "#components/ui/Sentence.tsx";
import { cx } from "#lib/cx.ts";
import { shortHex } from "#lib/format/hex.ts";
import { theirs } from "#lib/said.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import { englishIn, sentenceOf, stopOf } from "./sentence.ts";
import { isBusy, isLost, type TransactionState, type TransactionStep } from "./state.ts";
import type { TransactionRun } from "./useTransaction.ts";

type Words = Strings["transactions"];

const STEPS = ["simulating", "signing", "pending", "confirmed"] as const;
const ORDER: readonly TransactionStep[] = STEPS;

interface TransactionStatusProps {
  run: TransactionRun;
  onRetry?: () => void;
}

/** How far a transaction is: a line of steps for the eye, and a sentence. Whoever does not see it hears it by `News`. */
export function TransactionStatus({ run, onRetry }: TransactionStatusProps): ReactNode {
  const t = useStrings().transactions;
  const { state, heading, progress } = run;
  if (state.step === "idle") return null;
  const stop = stopOf(state, progress, t);
  return (
    <div className="flex flex-col gap-3 rounded-card border bg-surface p-4 text-sm">
      <div className="flex items-start justify-between gap-3">
        <p className="font-semibold">
          {heading?.title}
          {progress !== undefined && progress.done < progress.of && (
            <span className="ml-2 font-normal text-muted">{t.progress(progress.done + 1, progress.of)}</span>
          )}
        </p>
        {(!isBusy(state) || state.step === "held") && (
          <button
            type="button"
            aria-label={t.dismiss}
            onClick={run.dismiss}
            className="inline-flex size-6 items-center justify-center rounded text-faint hover:bg-sunken hover:text-ink"
          >
            <Cross2Icon aria-hidden="true" />
          </button>
        )}
      </div>
      {reachedOf(state) !== undefined && <Steps state={state} words={t} />}
      <p className={cx(isBad(state) && "text-bad")}>
        <StateSentence state={state} words={t} />
        {stop !== undefined && ` ${stop}`}
      </p>
      {"hash" in state && state.hash !== undefined && (
        <p className="flex items-center gap-1.5 text-muted text-xs">
          {state.step === "held" ? t.ownHash : t.hash}{" "}
          <span className="font-mono">{shortHex(state.hash)}</span> <CopyButton text={state.hash} />
        </p>
      )}
      <Actions run={run} words={t} {...(onRetry && { onRetry })} />
    </div>
  );
}

function Actions({
  run: { state, heading, look },
  onRetry,
  words,
}: TransactionStatusProps & { words: Words }): ReactNode {
  const path = usePathname();
  const mustLook = isLost(state) || state.step === "unseen";
  const mayRetry = !mustLook && (state.step === "failed" || state.step === "rejected");
  const isDone = state.step === "indexed" || state.step === "unseen";
  const isElsewhere = heading !== undefined && heading.record.href.toLowerCase() !== path.toLowerCase();
  const showsRecord = isDone && isElsewhere;
  if (!(mayRetry && onRetry) && !showsRecord && !mustLook) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {mayRetry && onRetry && (
        <Button size="small" onClick={onRetry}>
          {words.again}
        </Button>
      )}
      {mustLook && (
        <Button size="small" onClick={() => void look()}>
          {words.look}
        </Button>
      )}
      {showsRecord && (
        <ButtonLink size="small" href={heading.record.href}>
          {heading.record.label}
        </ButtonLink>
      )}
    </div>
  );
}

/** For the eye only: the sentence says the same. */
function Steps({ state, words }: { state: TransactionState; words: Words }): ReactNode {
  const reached = reachedOf(state) ?? 0;
  return (
    <ol aria-hidden="true" className="flex items-center gap-1.5 text-xs">
      {STEPS.map((step, place) => {
        const isOver = place < reached;
        const isNow = place === reached && isBusy(state);
        return (
          <li key={step} className="flex flex-1 flex-col gap-1">
            <span
              className={cx(
                "h-1 rounded-full",
                isOver ? "bg-good" : isNow ? "bg-accent-fill motion-safe:animate-pulse" : "bg-sunken",
              )}
            />
            <span className={cx("flex items-center gap-1", isNow ? "text-ink" : "text-faint")}>
              {isOver && <CheckIcon className="size-3 text-good" />}
              {words.steps[step]}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** How many steps are over. Undefined for what goes no further. */
function reachedOf({ step }: TransactionState): number | undefined {
  const place = ORDER.indexOf(step);
  if (place >= 0) return place;
  if (step === "held") return ORDER.indexOf("pending");
  if (step === "indexed") return STEPS.length;
  return step === "unseen" ? STEPS.length - 1 : undefined;
}

const isBad = ({ step }: TransactionState): boolean => step === "failed" || step === "replaced";

/** What a contract or the chain said is in English, whatever the language of the page. */
function StateSentence({ state, words }: { state: TransactionState; words: Words }): ReactNode {
  const text = sentenceOf(state, words);
  const english = englishIn(state);
  if (english === undefined) return text;
  return (
    <>
      {text.slice(0, text.length - english.length)}
      <Sentence said={theirs(english)} />
    </>
  );
}
