import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { StepNumber } from "#components/ui/StepNumber.tsx";
import { useStrings } from "#strings/index.ts";

/** What the form will ask for, and what comes of it. */
export function Before(): ReactNode {
  const t = useStrings().submit.before;
  return (
    <Card title={t.title}>
      <ol className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        {t.items.map(({ title, text }, place) => (
          <li key={title} className="text-sm">
            <h3 className="flex items-center gap-2 font-medium">
              <StepNumber>{place + 1}</StepNumber>
              {title}
            </h3>
            <p className="mt-1 text-muted">{text}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
