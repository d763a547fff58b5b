import { ArrowRightIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import type { Strings } from "#strings/index.ts";

interface ExploreProps {
  url: string;
  t: Strings["developers"]["explore"];
}

const PAGES = { graphql: "/graphql", rest: "/docs", openapi: "/openapi.json" } as const;
const NAMES = ["graphql", "rest", "openapi", "status"] as const;

/** What the API shows of itself, on pages of its own: its policy lets nobody put them into theirs. */
export function Explore({ url, t }: ExploreProps): ReactNode {
  return (
    <section aria-label={t.title} className="grid gap-4 sm:grid-cols-2">
      {NAMES.map((name) => (
        <a
          key={name}
          href={name === "status" ? "/status" : new URL(PAGES[name], url).href}
          className="group rounded-card border bg-surface p-4 no-underline shadow-card hover:border-accent sm:p-5"
        >
          <span className="flex items-center justify-between gap-2 font-semibold group-hover:text-accent">
            {t[name].name}
            <ArrowRightIcon aria-hidden="true" />
          </span>
          <span className="mt-1 block text-muted text-sm">{t[name].text}</span>
        </a>
      ))}
    </section>
  );
}
