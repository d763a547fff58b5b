import type { ReactNode } from "react";
import { shortHex } from "#lib/format/hex.ts";
import { CopyButton } from "./CopyButton.tsx";

/** A hash of something that stands elsewhere: its beginning and end, and all of it to take along. */
export function HashTag({ hash, label }: { hash: string; label?: string }): ReactNode {
  return (
    <span className="figure inline-flex items-center gap-1 whitespace-nowrap text-sm" title={hash}>
      {shortHex(hash)} <CopyButton text={hash} {...(label && { label })} />
    </span>
  );
}
