import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { useStrings } from "#strings/index.ts";
import { Retry } from "./Retry.tsx";

/** In place of what the API did not answer. The layout asks on, and renders the page again as soon as it does. */
export function Unavailable({ level }: { level: 1 | 2 }): ReactNode {
  const t = useStrings().shell.unavailable;
  return (
    <div className="rounded-card border border-dashed">
      <EmptyState level={level} title={t.title} action={<Retry label={t.retry} />}>
        <p>{t.text}</p>
      </EmptyState>
    </div>
  );
}
