"use client";

import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Field, Input, Textarea } from "#components/ui/Field.tsx";
import { useStrings } from "#strings/index.ts";
import type { Section } from "./section.ts";

/** What it is: a title and some sentences. */
export function WorkFields({ draft, problems, change }: Section): ReactNode {
  const t = useStrings().submit.work;
  return (
    <Card title={t.heading}>
      <div className="flex flex-col gap-4">
        <Field label={t.title} hint={t.titleHint} error={problems.title}>
          {(control) => (
            <Input
              {...control}
              value={draft.title}
              autoComplete="off"
              onChange={({ target }) => change({ title: target.value })}
            />
          )}
        </Field>
        <Field label={t.summary} hint={t.summaryHint} error={problems.summary} optional>
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              value={draft.summary}
              onChange={({ target }) => change({ summary: target.value })}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
