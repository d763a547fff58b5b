import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";

/** Which token it is. Its address alone says so: anybody can give a token any name. */
export function TokenTag({ address }: { address: string }): ReactNode {
  const t = useStrings().tokens;
  return (
    <span className="inline-flex items-center gap-1" title={address}>
      {t.token} <span className="figure">{shortHex(address)}</span>
      <CopyButton text={address} label={t.copy} />
    </span>
  );
}
