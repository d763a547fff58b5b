"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { fetchHead } from "#lib/live/head.ts";

const POLL_MS = 1_500;
/** One lost answer is no news. */
const FAILURES_TOLERATED = 2;

/** Keeps the page at the chain's present: asks for the latest block, and renders the page again when there is a new one. */
export function Live({ block }: { block: number | undefined }): ReactNode {
  const { apiUrl, words } = useApp();
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const [failures, setFailures] = useState(0);
  const shown = useRef({ block, isRefreshing });
  shown.current = { block, isRefreshing };

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const head = await fetchHead(apiUrl, stop.signal).catch(() => undefined);
      if (stop.signal.aborted) return;
      setFailures((count) => (head === undefined ? count + 1 : 0));
      const { block: current, isRefreshing: isBusy } = shown.current;
      if (head !== undefined && head.number !== current && !isBusy) startTransition(() => router.refresh());
      plan();
    };
    const plan = () => {
      clearTimeout(timer);
      // A page that nobody sees asks for nothing.
      if (document.visibilityState === "visible") timer = setTimeout(ask, POLL_MS);
    };
    const onVisible = () => (document.visibilityState === "visible" ? void ask() : clearTimeout(timer));
    document.addEventListener("visibilitychange", onVisible, { signal: stop.signal });
    plan();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [apiUrl, router]);

  const isStale = failures > FAILURES_TOLERATED;
  return (
    <div role="status" className="page">
      {isStale && (
        <div className="pt-4">
          <Notice tone="warning">{words.live.stale}</Notice>
        </div>
      )}
    </div>
  );
}
