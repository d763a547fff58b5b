"use client";

import { useEffect, useState } from "react";

interface VoteDraft {
  readonly level: number | undefined;
  readonly rationale: string;
}

/** What is filled in, kept while the tab is open: a page that is drawn anew in between takes no reasons away. */
export function useVoteDraft(name: string, start: VoteDraft) {
  const key = `azora.vote.${name}`;
  const [draft, setDraft] = useState<VoteDraft>(() => load(key) ?? start);
  useEffect(() => save(key, draft), [key, draft]);
  return {
    ...draft,
    setLevel: (level: number) => setDraft((before) => ({ ...before, level })),
    setRationale: (rationale: string) => setDraft((before) => ({ ...before, rationale })),
  };
}

function load(key: string): VoteDraft | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (typeof found !== "object" || found === null || !("rationale" in found)) return undefined;
    const level = "level" in found && typeof found.level === "number" ? found.level : undefined;
    return typeof found.rationale === "string" ? { level, rationale: found.rationale } : undefined;
  } catch {
    return undefined;
  }
}

function save(key: string, draft: VoteDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // It is full, or closed to this site.
  }
}
