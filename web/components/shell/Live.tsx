"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useState, useTransition } from "react";
import type { Block } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { fetchHead } from "#lib/live/head.ts";
import { tellHearing } from "#lib/live/hearing.ts";
import { streamHeads } from "#lib/live/stream.ts";
import { watch } from "#lib/live/watch.ts";

/** One lost answer is no news. */
const FAILURES_TOLERATED = 2;

interface LiveProps {
  /** The block that the page shows. */
  block: number | undefined;
  /** Shown while there is no telling whether it is the present one. */
  stale: ReactNode;
}

/** Keeps the page at the chain's present: renders it again when the index has a new block, or is there again. */
export function Live({ block, stale }: LiveProps): ReactNode {
  const { apiUrl } = useApp();
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const [failures, setFailures] = useState(0);

  const onHead = useEffectEvent((head: Block | undefined) => {
    setFailures(head === undefined ? failures + 1 : 0);
    const isNews = head !== undefined && (head.number !== block || failures > 0) && !isNotThere();
    if (isNews && !isRefreshing) startTransition(() => router.refresh());
  });
  useEffect(() => {
    const open = () => new EventSource(new URL("/v1/events?topic=head", apiUrl));
    const stream = streamHeads(document, open, onHead);
    // While the stream is heard, nothing is asked.
    const ask = async (signal: AbortSignal) => {
      const streamed = stream.latest();
      const head = streamed ?? (await fetchHead(apiUrl, signal));
      tellHearing(streamed === undefined ? "asked" : "streamed");
      return head;
    };
    const endWatch = watch(document, ask, (head) => {
      if (head === undefined) tellHearing("away");
      onHead(head);
    });
    return () => {
      endWatch();
      stream.end();
    };
  }, [apiUrl]);

  return (
    <div role="status" className="page">
      {failures > FAILURES_TOLERATED && <div className="pt-4">{stale}</div>}
    </div>
  );
}

/** The server has answered this very address with 404: asked for again in place, Next would load the page anew each time. */
function isNotThere(): boolean {
  const [loaded] = performance.getEntriesByType("navigation");
  return (
    loaded instanceof PerformanceNavigationTiming &&
    loaded.responseStatus === 404 &&
    loaded.name === window.location.href
  );
}
