"use client";

import type { Deployment } from "@azora/sdk";
import { Cross2Icon, PlusIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Field, Select } from "#components/ui/Field.tsx";
import { IconButton } from "#components/ui/IconButton.tsx";
import { useStrings } from "#strings/index.ts";
import type { ActionProblems } from "../model/content.ts";
import { ACTION_KINDS, type Action, type ActionKind, freshKey, newAction } from "../model/draft.ts";
import type { RuleState } from "../model/rules.ts";
import { ActionFields } from "./ActionFields.tsx";

interface ActionsProps {
  actions: readonly Action[];
  deployment: Deployment;
  rules: readonly RuleState[];
  block: number;
  problems: ReadonlyMap<number, ActionProblems>;
  onChange: (actions: readonly Action[]) => void;
}

/** What the proposal does, action by action. */
export function Actions({ actions, problems, onChange, ...known }: ActionsProps): ReactNode {
  const t = useStrings().propose.actions;
  const change = (action: Action, part: Partial<Action>) =>
    onChange(actions.map((each) => (each === action ? { ...each, ...part } : each)));
  return (
    <Card title={t.heading}>
      <p className="mb-4 max-w-prose text-muted text-sm">{t.hint}</p>
      <ol className="flex flex-col divide-y">
        {actions.map((action, place) => (
          <li key={action.key} className="py-4 first:pt-0">
            <fieldset>
              <legend className="sr-only">{t.number(place + 1)}</legend>
              <div className="flex items-end gap-2">
                <div className="flex-1 sm:max-w-xs">
                  <Field label={t.kind}>
                    {(control) => (
                      <Select
                        {...control}
                        value={action.kind}
                        onChange={({ target }) => change(action, { kind: readKind(target.value) })}
                      >
                        {ACTION_KINDS.map((kind) => (
                          <option key={kind} value={kind}>
                            {t.kinds[kind]}
                          </option>
                        ))}
                      </Select>
                    )}
                  </Field>
                </div>
                {actions.length > 1 && (
                  <IconButton
                    label={t.remove(place + 1)}
                    onClick={() => onChange(actions.filter((each) => each !== action))}
                  >
                    <Cross2Icon />
                  </IconButton>
                )}
              </div>
              <p className="mt-1.5 mb-4 max-w-prose text-muted text-sm">{t.notes[action.kind]}</p>
              <ActionFields
                {...known}
                action={action}
                problems={problems.get(action.key) ?? {}}
                onChange={(part) => change(action, part)}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      <Button size="small" onClick={() => onChange([...actions, newAction(freshKey(actions))])}>
        <PlusIcon aria-hidden="true" />
        {t.add}
      </Button>
    </Card>
  );
}

const readKind = (text: string): ActionKind => ACTION_KINDS.find((kind) => kind === text) ?? "amend";
