import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { useStrings } from "#strings/index.ts";

/** What the form will ask for, and what comes of it. */
export function Before(): ReactNode {
  const t = useStrings().submit.before;
  return (
    <Card title={t.title}>
      <ol className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        {t.items.map(({ title, text }, place) => (
          <li key={title} className="flex flex-col gap-1">
            <span aria-hidden="true" className="figure font-medium text-accent text-sm">
              {place + 1}
            </span>
            <h3 className="font-medium">{title}</h3>
            <p className="text-muted text-sm">{text}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
