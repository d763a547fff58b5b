"use client";

import { type ReactNode, useId } from "react";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { CHOICES, type Choice } from "../model.ts";

interface ChoiceFieldProps {
  choice: Choice | undefined;
  error: string | undefined;
  onChange: (choice: Choice) => void;
}

export function ChoiceField({ choice, error, onChange }: ChoiceFieldProps): ReactNode {
  const t = useStrings().governance;
  const id = useId();
  return (
    <fieldset aria-describedby={error === undefined ? undefined : id}>
      <legend className="mb-1.5 font-medium text-sm">{t.act.choice}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {CHOICES.map((each) => (
          <label
            key={each}
            className={cx(
              "flex cursor-pointer items-center gap-2 rounded-control border px-3 py-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
              each === choice ? "border-accent bg-accent-soft" : "border-edge hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              name={id}
              value={each}
              checked={each === choice}
              aria-invalid={error !== undefined || undefined}
              onChange={() => onChange(each)}
              className="accent-(--color-accent) outline-none"
            />
            {t.choice[each]}
          </label>
        ))}
      </div>
      <p id={id} className="mt-1.5 text-bad text-sm empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
