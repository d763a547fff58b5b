"use client";

import type { Deployment } from "@azora/sdk";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Field, Input, Textarea } from "#components/ui/Field.tsx";
import { browserStorage } from "#lib/browser/storage.ts";
import { useStrings } from "#strings/index.ts";
import type { Connected } from "#wallet/store.ts";
import { checkDraft, contentOf, isFaultless, type Problems } from "../model/content.ts";
import { type Draft, EMPTY_DRAFT, loadDraft, saveDraft } from "../model/draft.ts";
import type { RuleState } from "../model/rules.ts";
import { Actions } from "./Actions.tsx";
import { Preview } from "./Preview.tsx";
import { Send } from "./Send.tsx";

const NOTHING: Problems = { actions: new Map() };

interface ProposeFormProps {
  deployment: Deployment;
  wallet: Connected;
  rules: readonly RuleState[];
  block: number;
}

/** What somebody proposes: in words, as actions, and as they will be read. */
export function ProposeForm({ deployment, wallet, rules, block }: ProposeFormProps): ReactNode {
  const strings = useStrings();
  const t = strings.propose;
  const { chainId, addresses } = deployment;
  const [draft, setDraft] = useState<Draft>(() => loadDraft(browserStorage(), chainId) ?? EMPTY_DRAFT);
  const [hasTried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => saveDraft(browserStorage(), chainId, draft), [chainId, draft]);

  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const clear = useCallback(() => {
    setDraft(EMPTY_DRAFT);
    setTried(false);
  }, []);
  const problems = useMemo(
    () => checkDraft(draft, deployment, rules, strings),
    [draft, deployment, rules, strings],
  );
  const content = useMemo(
    () => (isFaultless(problems) ? contentOf(draft, addresses) : undefined),
    [problems, draft, addresses],
  );
  const prepare = () => {
    setTried(true);
    if (content === undefined) requestAnimationFrame(() => focusFirstProblem(form.current));
    return content;
  };

  const shown = hasTried ? problems : NOTHING;
  return (
    <div ref={form} className="grid gap-4">
      <Card title={t.text.heading}>
        <div className="flex flex-col gap-4">
          <Field label={t.text.title} hint={t.text.titleHint} error={shown.title}>
            {(control) => (
              <Input
                {...control}
                value={draft.title}
                onChange={({ target }) => change({ title: target.value })}
              />
            )}
          </Field>
          <Field label={t.text.why} hint={t.text.whyHint} error={shown.why}>
            {(control) => (
              <Textarea
                {...control}
                rows={8}
                value={draft.why}
                onChange={({ target }) => change({ why: target.value })}
              />
            )}
          </Field>
        </div>
      </Card>
      <Actions
        actions={draft.actions}
        deployment={deployment}
        rules={rules}
        block={block}
        problems={shown.actions}
        onChange={(actions) => change({ actions })}
      />
      <Preview deployment={deployment} content={content} block={block} />
      {hasTried && content === undefined && (
        <p role="alert" className="text-bad text-sm">
          {t.send.incomplete}
        </p>
      )}
      <Send
        deployment={deployment}
        wallet={wallet}
        title={draft.title.trim()}
        content={content}
        prepare={prepare}
        onProposed={clear}
      />
      {draft !== EMPTY_DRAFT && (
        <p className="flex items-center gap-3 text-faint text-xs">
          {t.send.kept}
          <Button size="small" variant="quiet" onClick={clear}>
            {t.send.clear}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Takes whoever tried to send it to what is missing. */
function focusFirstProblem(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
