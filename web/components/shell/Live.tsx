"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useState, useTransition } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import type { Block } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { fetchHead } from "#lib/live/head.ts";
import { watch } from "#lib/live/watch.ts";

/** One lost answer is no news. */
const FAILURES_TOLERATED = 2;

/** Keeps the page at the chain's present: renders it again when the index has a new block, or is there again. */
export function Live({ block }: { block: number | undefined }): ReactNode {
  const { apiUrl, words } = useApp();
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const [failures, setFailures] = useState(0);

  const onHead = useEffectEvent((head: Block | undefined) => {
    setFailures(head === undefined ? failures + 1 : 0);
    const isNews = head !== undefined && (head.number !== block || failures > 0);
    if (isNews && !isRefreshing) startTransition(() => router.refresh());
  });
  useEffect(() => watch(document, (signal) => fetchHead(apiUrl, signal), onHead), [apiUrl]);

  return (
    <div role="status" className="page">
      {failures > FAILURES_TOLERATED && (
        <div className="pt-4">
          <Notice tone="warning">{words.live.stale}</Notice>
        </div>
      )}
    </div>
  );
}
