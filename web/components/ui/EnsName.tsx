"use client";

import type { ReactNode } from "react";
import { useEnsName } from "#lib/names/useEnsName.ts";

/** An account's name in ENS, where it has one; nothing else. */
export function EnsName({ address }: { address: string }): ReactNode {
  const name = useEnsName(address);
  return name === undefined ? null : <span className="font-semibold">{name}</span>;
}
