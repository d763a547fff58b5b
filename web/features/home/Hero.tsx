import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/Button.tsx";
import { useStrings } from "#strings/index.ts";

export function Hero(): ReactNode {
  const t = useStrings();
  return (
    <section className="pt-4 sm:pt-10">
      <p className="mb-3 text-muted text-sm">{t.common.motto}</p>
      <h1 className="font-semibold text-[2.125rem] leading-[1.1] tracking-[-0.025em] sm:text-5xl">
        {t.home.title}
      </h1>
      <p className="mt-5 max-w-xl text-lg text-muted leading-relaxed">{t.home.lead}</p>
      <div className="mt-7 flex flex-wrap gap-3">
        <ButtonLink href="/submit" variant="primary" size="large">
          {t.home.submit}
        </ButtonLink>
        <ButtonLink href="/contributions" size="large">
          {t.home.browse}
        </ButtonLink>
      </div>
    </section>
  );
}
