"use client";

import type { ReactNode } from "react";
import { AddressInput, Field, Input, Select } from "#components/ui/Field.tsx";
import { useStrings } from "#strings/index.ts";
import type { ActionProblems } from "../model/content.ts";
import type { Action } from "../model/draft.ts";
import type { RuleState } from "../model/rules.ts";
import { ArticlesField } from "./ArticlesField.tsx";
import { RuleFields } from "./RuleFields.tsx";

export interface ActionFieldsProps {
  action: Action;
  rules: readonly RuleState[];
  problems: ActionProblems;
  onChange: (part: Partial<Action>) => void;
}

/** What an action of its kind asks for. */
export function ActionFields(props: ActionFieldsProps): ReactNode {
  switch (props.action.kind) {
    case "amend":
      return <RuleFields {...props} />;
    case "grant":
      return <GrantFields {...props} />;
    case "articles":
      return <ArticlesField {...props} />;
    case "judge":
      return <AccountField {...props} />;
    default:
      return <OfficeFields {...props} />;
  }
}

function GrantFields({ action, problems, onChange, ...rest }: ActionFieldsProps): ReactNode {
  const t = useStrings().propose.actions;
  return (
    <div className="grid gap-4 sm:grid-cols-[8rem_12rem_minmax(0,1fr)]">
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
      <Field label={t.amount} error={problems.amount}>
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
      <AccountField {...rest} action={action} problems={problems} onChange={onChange} label={t.to} />
    </div>
  );
}

function AccountField({
  action,
  problems,
  onChange,
  label,
}: ActionFieldsProps & { label?: string }): ReactNode {
  const t = useStrings().propose.actions;
  return (
    <Field label={label ?? t.account} error={problems.account}>
      {(control) => (
        <AddressInput
          {...control}
          value={action.account}
          onChange={({ target }) => onChange({ account: target.value })}
        />
      )}
    </Field>
  );
}

/** Somebody is put in office, or taken out of it. The guardian's office can be left empty. */
function OfficeFields(props: ActionFieldsProps): ReactNode {
  const t = useStrings().propose.actions;
  const { action, onChange } = props;
  const isGuardian = action.kind === "guardian";
  return (
    <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <Field label={t.change}>
        {(control) => (
          <Select
            {...control}
            value={action.isDismissal ? "dismiss" : "appoint"}
            onChange={({ target }) => onChange({ isDismissal: target.value === "dismiss" })}
          >
            <option value="appoint">{t.appoint}</option>
            <option value="dismiss">{isGuardian ? t.empty : t.dismiss}</option>
          </Select>
        )}
      </Field>
      {!(isGuardian && action.isDismissal) && <AccountField {...props} />}
    </div>
  );
}
