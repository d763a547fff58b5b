import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";

/** The protocol in four sentences. */
export function Steps(): ReactNode {
  const t = useStrings().home.steps;
  return (
    <section className="lg:pt-12">
      <h2 className="mb-4 font-medium text-muted text-sm">{t.title}</h2>
      <ol>
        {t.items.map(({ title, text }, place) => (
          <li key={title} className="group relative flex gap-4 pb-5 last:pb-0">
            <span
              aria-hidden="true"
              className="absolute top-8 bottom-0 left-3.5 w-px bg-line group-last:hidden"
            />
            <span
              aria-hidden="true"
              className="figure flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft font-medium text-accent text-sm"
            >
              {place + 1}
            </span>
            <div className="pt-0.5">
              <h3 className="font-semibold">{title}</h3>
              <p className="mt-0.5 text-muted text-sm">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
