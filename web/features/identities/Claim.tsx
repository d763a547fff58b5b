import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { useStrings } from "#strings/index.ts";

/** How whoever stands behind an identity gets what belongs to it. */
export function Claim(): ReactNode {
  const t = useStrings().identities.claim;
  return (
    <Card title={t.title}>
      <ol className="ml-4 flex list-decimal flex-col gap-2 text-sm marker:text-faint">
        {t.steps.map((step) => (
          <li key={step} className="pl-1">
            {step}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-muted text-sm">{t.note}</p>
      <ButtonLink href="/link" size="small" className="mt-4">
        {t.action}
      </ButtonLink>
    </Card>
  );
}
