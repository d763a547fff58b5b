"use client";

import { useEffect } from "react";
import { Button } from "#components/ui/Button.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";

const RETRY_MS = 5_000;

/**
 * For what nobody foresaw, and for an API that goes away in the middle of a page. It renders again by itself; the button
 * loads all anew, as a part whose code did not arrive is not asked for again by rendering it.
 */
export default function PageTrouble({ retry }: { error: unknown; retry: () => void }) {
  const { trouble } = useApp().words;
  useEffect(() => {
    const timer = setInterval(retry, RETRY_MS);
    return () => clearInterval(timer);
  }, [retry]);
  return (
    <div role="alert">
      <EmptyState
        level={1}
        title={trouble.title}
        action={<Button onClick={() => location.reload()}>{trouble.retry}</Button>}
      >
        {trouble.text}
      </EmptyState>
    </div>
  );
}
