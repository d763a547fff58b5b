import type { ReactNode } from "react";
import { Link } from "#components/ui/Link.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import type { Block } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { exactTime } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";

/** For which the row at the head has no room, or not always. */
const NO_ROOM = ["graph", "constitution"] as const;
const PAGES = ["status", "developers"] as const;

interface FooterProps {
  block: Block | undefined;
  /** What is seen elsewhere, but like all content belongs into a landmark. */
  children: ReactNode;
}

export function Footer({ block, children }: FooterProps): ReactNode {
  const t = useStrings();
  return (
    <footer className="mt-16 border-t">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-8 text-muted text-sm">
        <p className="max-w-xl">
          <span className="text-ink">{t.common.motto}</span> {t.shell.footerNote}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <nav aria-label={t.shell.footer} className="flex flex-wrap gap-x-4 gap-y-2">
            {NO_ROOM.map((page) => (
              <Link key={page} href={`/${page}`} className="hover:text-ink hover:underline">
                {t.shell.nav[page]}
              </Link>
            ))}
            {PAGES.map((page) => (
              <Link key={page} href={`/${page}`} className="hover:text-ink hover:underline">
                {t.shell[page]}
              </Link>
            ))}
          </nav>
          {block ? (
            <Tip text={t.shell.blockTip(exactTime(block.timestamp))} className="figure">
              <span
                aria-hidden="true"
                className="mr-1.5 inline-block size-1.5 rounded-full bg-good align-middle"
              />
              {t.shell.block(group(block.number))}
            </Tip>
          ) : (
            <span>{t.shell.unknownNetwork}</span>
          )}
        </div>
        <LanguageChoice />
      </div>
      {children}
    </footer>
  );
}
