import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { StepNumber } from "#components/ui/StepNumber.tsx";
import { useStrings } from "#strings/index.ts";

/** The three steps of a vote. */
export function HowItGoes(): ReactNode {
  const t = useStrings().judge.how;
  return (
    <Card title={t.title}>
      <ol className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {t.steps.map(([name, text], place) => (
          <li key={name} className="text-sm">
            <p className="flex items-center gap-2 font-medium">
              <StepNumber>{place + 1}</StepNumber>
              {name}
            </p>
            <p className="mt-1 text-muted">{text}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
