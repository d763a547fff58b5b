import { DownloadIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { readApiUrls } from "#lib/config.ts";
import { useStrings } from "#strings/index.ts";

/** All that came to an account, as a file for a spreadsheet. The API writes it. */
export function Statement({ address }: { address: string }): ReactNode {
  const t = useStrings().accounts.statement;
  const url = new URL(`/v1/accounts/${address}/statement?format=csv`, readApiUrls().browser);
  return (
    <a
      href={url.href}
      data-tip={t.tip}
      className="inline-flex items-center gap-1.5 text-accent hover:underline"
    >
      <DownloadIcon aria-hidden="true" />
      {t.link}
    </a>
  );
}
