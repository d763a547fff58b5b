"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Field, Select } from "#components/ui/Field.tsx";
import { useStrings } from "#strings/index.ts";
import type { ActionProblems } from "../model/content.ts";
import type { Action } from "../model/draft.ts";
import type { RuleState } from "../model/rules.ts";
import { AccountField } from "./AccountField.tsx";
import { ArticlesField } from "./ArticlesField.tsx";
import { GrantFields } from "./GrantFields.tsx";
import { RuleFields } from "./RuleFields.tsx";

export interface ActionFieldsProps {
  action: Action;
  deployment: Deployment;
  rules: readonly RuleState[];
  problems: ActionProblems;
  block: number;
  onChange: (part: Partial<Action>) => void;
}

/** What an action of its kind asks for. */
export function ActionFields(props: ActionFieldsProps): ReactNode {
  const t = useStrings().propose.actions;
  switch (props.action.kind) {
    case "amend":
      return <RuleFields {...props} />;
    case "grant":
      return <GrantFields {...props} />;
    case "articles":
      return <ArticlesField {...props} />;
    case "judge":
      return <AccountField {...props} label={t.account} />;
    default:
      return <OfficeFields {...props} />;
  }
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
      {!(isGuardian && action.isDismissal) && <AccountField {...props} label={t.account} />}
    </div>
  );
}
