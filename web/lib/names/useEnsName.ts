"use client";

import { useEffect, useState } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";
import { hasEns } from "./chains.ts";

/**
 * What an account is called in ENS, where the chain has it, some time after the page is there. Elsewhere what asks is not
 * even loaded.
 */
export function useEnsName(address: string): string | undefined {
  const isNamed = hasEns(useApp().network?.chainId);
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (!isNamed) return;
    let isCurrent = true;
    import("./wanted.ts").then(
      async ({ nameOf }) => {
        const found = await nameOf(address.toLowerCase());
        if (isCurrent) setName(found);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
      setName(undefined);
    };
  }, [isNamed, address]);
  return name;
}
