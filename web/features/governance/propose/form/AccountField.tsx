"use client";

import type { ReactNode } from "react";
import { AddressInput, Field } from "#components/ui/Field.tsx";
import type { ActionFieldsProps } from "./ActionFields.tsx";

interface AccountFieldProps extends Pick<ActionFieldsProps, "action" | "problems" | "onChange"> {
  label: string;
}

/** Whom an action is about. */
export function AccountField({ action, problems, onChange, label }: AccountFieldProps): ReactNode {
  return (
    <Field label={label} error={problems.account}>
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
