"use client";

import { type ReactNode, useEffect, useEffectEvent } from "react";
import { announce } from "#lib/announce.ts";
import { useApp } from "#lib/app/AppProvider.tsx";

const SHOWN_MS = 1_600;

/** What copies the `data-copy` of every button on the page. */
export function CopyLayer(): ReactNode {
  const { words } = useApp();
  const onClick = useEffectEvent(async (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (!button?.dataset.copy) return;
    const isDone = await copy(button.dataset.copy);
    announce(isDone ? words.copied : words.notCopied);
    if (!isDone) return;
    button.dataset.copied = "";
    setTimeout(() => delete button.dataset.copied, SHOWN_MS);
  });
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener("click", onClick, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return null;
}

/** Browsers have no clipboard on pages without TLS, and may refuse it on others. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
