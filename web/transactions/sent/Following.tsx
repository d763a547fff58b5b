"use client";

import { type ReactNode, useEffect } from "react";
import type { Connected } from "#wallet/store.ts";
import { useSent } from "./useSent.ts";

/** Goes on with whatever the account sent when a page was left, on whichever page it comes back to. */
export function Following({ wallet }: { wallet: Connected }): ReactNode {
  const { box, followAll } = useSent(wallet);
  useEffect(() => {
    followAll();
    // Another tab sends too.
    const onStorage = ({ key }: StorageEvent) => box.isUnder(key) && box.read();
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [box, followAll]);
  return null;
}
