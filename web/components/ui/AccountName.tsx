"use client";

import type { ReactNode } from "react";
import { shortHex } from "#lib/format/hex.ts";
import { useEnsName } from "#lib/names/useEnsName.ts";

/** What an account is called: its name in ENS, or the beginning and end of its address. */
export function AccountName({ address }: { address: string }): ReactNode {
  const name = useEnsName(address);
  return name === undefined ? shortHex(address) : <span className="font-sans">{name}</span>;
}
