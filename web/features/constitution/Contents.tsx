import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";

const PARTS = ["articles", "rules", "critics"] as const;

/** Where on this page what is. */
export function Contents(): ReactNode {
  const t = useStrings().constitution;
  return (
    <nav aria-label={t.contents} className="flex flex-wrap gap-1.5 text-sm">
      {PARTS.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          className="rounded-full border bg-surface px-3 py-1 text-muted hover:border-edge hover:text-ink"
        >
          {t.part[part]}
        </a>
      ))}
    </nav>
  );
}
