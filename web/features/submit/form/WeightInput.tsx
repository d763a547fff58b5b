"use client";

import { formatPercent, parsePercent } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Input } from "#components/ui/Field.tsx";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";

interface WeightInputProps {
  label: string;
  /** Parts per million. */
  weight: number;
  /** Not typed, but what the typed ones leave. */
  isFree?: boolean;
  onType: (weight: number) => void;
}

/** A weight in percent. While it is typed it stays as it is typed; what is no weight is said and changes nothing. */
export function WeightInput({ label, weight, isFree = false, onType }: WeightInputProps): ReactNode {
  const t = useStrings().submit.problems;
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && typed !== "" && parsePercent(typed) === undefined;
  const type = (text: string) => {
    setTyped(text);
    const next = parsePercent(text);
    if (next !== undefined && next > 0) onType(next);
  };
  return (
    <span className="relative block w-28 shrink-0">
      <Input
        aria-label={label}
        aria-invalid={isWrong || undefined}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? formatPercent(weight)}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(undefined)}
        className={cx("figure pr-7 text-right", isFree && "text-muted")}
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-faint text-sm"
      >
        %
      </span>
      {isWrong && (
        <span
          role="alert"
          className="absolute top-full right-0 z-10 mt-1 w-56 rounded-control bg-ink px-2.5 py-1.5 text-canvas text-xs"
        >
          {t.notANumber}
        </span>
      )}
    </span>
  );
}
