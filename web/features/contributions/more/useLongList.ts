"use client";

import { useSyncExternalStore } from "react";
import { type LongList, longListOf, type Shown } from "./LongList.ts";

/** What is loaded of the list at an address. */
export function useLongList(address: string): { list: LongList; shown: Shown } {
  const list = longListOf(address);
  return { list, shown: useSyncExternalStore(list.subscribe, list.shown, list.shown) };
}
