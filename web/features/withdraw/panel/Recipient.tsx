"use client";

import type { ReactNode } from "react";
import { AddressInput, Field } from "#components/ui/Field.tsx";
import { Summary } from "#components/ui/Summary.tsx";
import { useStrings } from "#strings/index.ts";

interface RecipientProps {
  typed: string;
  isBad: boolean;
  isZero: boolean;
  onType: (text: string) => void;
}

/** Where it is paid to, if not to the account itself. */
export function Recipient({ typed, isBad, isZero, onType }: RecipientProps): ReactNode {
  const t = useStrings().withdraw;
  const error = isZero ? t.zero : isBad ? t.badAddress : undefined;
  return (
    <details className="group text-sm" open={typed !== "" || undefined}>
      <Summary>{t.toOther}</Summary>
      <div className="mt-2 max-w-xl">
        <Field label={t.to} hint={t.toHint} error={error}>
          {(control) => (
            <AddressInput {...control} value={typed} onChange={({ target }) => onType(target.value)} />
          )}
        </Field>
      </div>
    </details>
  );
}
