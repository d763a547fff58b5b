"use client";

import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Field, Input, Select } from "#components/ui/Field.tsx";
import { useStrings } from "#strings/index.ts";
import { AccountField } from "./AccountField.tsx";
import type { ActionFieldsProps } from "./ActionFields.tsx";
import { useGrantLeft } from "./useGrantLeft.ts";

/** Who is paid how much from the commons, beside what it may grant now. */
export function GrantFields(props: ActionFieldsProps): ReactNode {
  const t = useStrings().propose.actions;
  const { action, problems, onChange, deployment, block } = props;
  const left = useGrantLeft(deployment, action.token, block);
  return (
    <div className="grid gap-4 sm:grid-cols-[8rem_14rem_minmax(0,1fr)]">
      <Field label={t.token}>
        {(control) => (
          <Select
            {...control}
            value={action.token}
            onChange={({ target }) => onChange({ token: target.value === "ETH" ? "ETH" : "AZR" })}
          >
            <option>AZR</option>
            <option>ETH</option>
          </Select>
        )}
      </Field>
      <Field
        label={t.amount}
        hint={
          left !== undefined && (
            <>
              {t.left} <Amount trim wei={left} unit={action.token} />
            </>
          )
        }
        error={problems.amount}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            value={action.amount}
            onChange={({ target }) => onChange({ amount: target.value })}
          />
        )}
      </Field>
      <AccountField {...props} label={t.to} />
    </div>
  );
}
