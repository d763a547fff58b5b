import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { StepNumber } from "#components/ui/StepNumber.tsx";
import { useStrings } from "#strings/index.ts";

/**
 * How whoever stands behind an identity gets what belongs to it.
 * @param state whose it is, where no card of its own says so
 */
export function Claim({ state }: { state: string | undefined }): ReactNode {
  const t = useStrings().identities.claim;
  return (
    <Card title={t.title} aside={state}>
      <ol className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
        {t.steps.map((step, place) => (
          <li key={step} className="flex items-start gap-3">
            <StepNumber>{place + 1}</StepNumber>
            <span className="pt-0.5">{step}</span>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-muted text-sm">{t.note}</p>
      <ButtonLink href="/link" size="small" className="mt-4">
        {t.action}
      </ButtonLink>
    </Card>
  );
}
