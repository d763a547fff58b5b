"use client";

import { useState } from "react";
import type { Network } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";

/**
 * The network as it was last known. An API that is away for a moment takes nothing off the page that somebody is typing
 * into, and the same network stays the same object.
 */
export function useNetwork(): Network | null {
  const { network } = useApp();
  const [last, setLast] = useState(network);
  if (network === null || (last !== null && isSame(network, last))) return last;
  setLast(network);
  return network;
}

function isSame(a: Network, b: Network): boolean {
  return a.chainId === b.chainId && a.genesis === b.genesis && a.rpcUrl === b.rpcUrl && a.local === b.local;
}
