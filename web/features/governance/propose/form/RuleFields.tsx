"use client";

import type { ReactNode } from "react";
import { Field, Input, Select } from "#components/ui/Field.tsx";
import { useStrings } from "#strings/index.ts";
import { spanOf, unitOf } from "../model/rules.ts";
import type { ActionFieldsProps } from "./ActionFields.tsx";

/** A rule and its new value, in the unit in which it is said, beside what it is and may be. */
export function RuleFields({ action, rules, problems, onChange }: ActionFieldsProps): ReactNode {
  const strings = useStrings();
  const t = strings.propose.actions;
  const { rule, value } = action;
  const unit = unitOf(rule);
  const found = rules.find(({ name }) => name === rule);
  const span = found && spanOf(found, strings);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t.rule} hint={span && t.span(span.value, span.min, span.max)}>
        {(control) => (
          <Select
            {...control}
            value={rule}
            onChange={({ target }) => {
              const chosen = rules.find(({ name }) => name === target.value);
              // A value in another unit would be another value.
              if (chosen !== undefined) onChange({ rule: chosen.name, value: "" });
            }}
          >
            {rules.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={t.value(unit === "seconds" || unit === "blocks" ? t.unit[unit] : unit)}
        error={problems.value}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={({ target }) => onChange({ value: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
