"use client";

import { useCallback, useEffect, useState } from "react";
import { browserStorage } from "#lib/browser/storage.ts";
import {
  creditFirst,
  type Draft,
  EMPTY_DRAFT,
  fillIn,
  loadDraft,
  type Shared,
  saveDraft,
} from "../model/draft.ts";

/** The form, kept in this browser as it is filled in. */
export function useDraft(chainId: number) {
  const [draft, setDraft] = useState<Draft>(() =>
    fillIn(loadDraft(browserStorage(), chainId) ?? EMPTY_DRAFT, readShared()),
  );
  useEffect(forgetShared, []);
  useEffect(() => saveDraft(browserStorage(), chainId, draft), [chainId, draft]);
  const change = useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), []);
  const clear = useCallback(() => setDraft(EMPTY_DRAFT), []);
  const credit = useCallback((account: string) => setDraft((before) => creditFirst(before, account)), []);
  return { draft, change, clear, credit };
}

/** From the address, where the browser puts what another app shares. */
function readShared(): Shared {
  const search = new URLSearchParams(window.location.search);
  const read = (name: keyof Shared) => search.get(name) ?? undefined;
  return { title: read("title"), text: read("text"), url: read("url") };
}

/** It is in the form now: a reload is not to put it there again once it was deleted. */
function forgetShared(): void {
  if (window.location.search !== "")
    window.history.replaceState(window.history.state, "", window.location.pathname);
}
