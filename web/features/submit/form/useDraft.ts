"use client";

import { useCallback, useEffect, useState } from "react";
import { browserStorage } from "#lib/browser/storage.ts";
import { creditFirst, type Draft, EMPTY_DRAFT, loadDraft, saveDraft } from "../model/draft.ts";

/** The form, kept in this browser as it is filled in. */
export function useDraft(chainId: number) {
  const [draft, setDraft] = useState<Draft>(() => loadDraft(browserStorage(), chainId) ?? EMPTY_DRAFT);
  useEffect(() => saveDraft(browserStorage(), chainId, draft), [chainId, draft]);
  const change = useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), []);
  const clear = useCallback(() => setDraft(EMPTY_DRAFT), []);
  const credit = useCallback((account: string) => setDraft((before) => creditFirst(before, account)), []);
  return { draft, change, clear, credit };
}
