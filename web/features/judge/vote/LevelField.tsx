"use client";

import { constants, model } from "@azora/sdk";
import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";

const LEVELS = Array.from({ length: constants.HistogramLib.LEVELS }, (_, level) => level);

interface LevelFieldProps {
  level: number | undefined;
  error: string | undefined;
  onChange: (level: number) => void;
}

/** The eleven levels with their words; the chosen one says whom it takes to be better off. */
export function LevelField({ level, error, onChange }: LevelFieldProps): ReactNode {
  const { judge, rubric } = useStrings();
  const t = judge.vote;
  return (
    <fieldset aria-describedby={error === undefined ? undefined : "level-error"}>
      <legend className="mb-1.5 font-medium text-sm">{t.level}</legend>
      <div className="flex flex-col gap-0.5">
        {LEVELS.map((each) => (
          <label
            key={each}
            className={cx(
              "grid cursor-pointer grid-cols-[auto_1.5rem_minmax(0,1fr)_auto] items-baseline gap-x-2 rounded-control border px-2.5 py-1.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
              each === level ? "border-accent bg-accent-soft" : "border-transparent hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              name="level"
              value={each}
              checked={each === level}
              aria-invalid={error !== undefined || undefined}
              onChange={() => onChange(each)}
              className="self-center accent-(--color-accent) outline-none"
            />
            <span className="figure text-right font-semibold">{each}</span>
            <span>{rubric.word[each]}</span>
            <span className="figure text-faint text-xs">{t.points(Number(model.points(BigInt(each))))}</span>
            {each === level && (
              <span className="col-span-2 col-start-3 text-muted text-xs">{rubric.meaning[each]}</span>
            )}
          </label>
        ))}
      </div>
      <p id="level-error" className="mt-1.5 text-bad text-sm empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
