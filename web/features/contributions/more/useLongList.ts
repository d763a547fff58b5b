"use client";

import { useSyncExternalStore } from "react";
import { type ListQuery, listHref } from "../query.ts";
import { type LongList, longListOf, type Shown } from "./LongList.ts";

/** What is loaded of the list that a query asks for. */
export function useLongList(query: ListQuery): { list: LongList; shown: Shown } {
  const list = longListOf(listHref(query));
  return { list, shown: useSyncExternalStore(list.subscribe, list.shown, list.shown) };
}
