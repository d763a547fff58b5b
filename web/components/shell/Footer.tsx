import type { ReactNode } from "react";
import { Tip } from "#components/ui/Tip.tsx";
import type { Block } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { exactTime } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";

interface FooterProps {
  block: Block | undefined;
  apiUrl: string;
}

export function Footer({ block, apiUrl }: FooterProps): ReactNode {
  const t = useStrings();
  return (
    <footer className="mt-16 border-t">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-8 text-muted text-sm">
        <p className="max-w-xl">
          <span className="text-ink">{t.common.motto}</span> {t.shell.footerNote}
        </p>
        <p className="flex items-center gap-4">
          <a href={apiUrl} className="hover:text-ink hover:underline">
            {t.shell.api}
          </a>
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
        </p>
      </div>
    </footer>
  );
}
