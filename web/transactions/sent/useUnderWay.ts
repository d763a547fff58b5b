"use client";

import { useStore } from "zustand";
import type { Connected } from "#wallet/store.ts";
import { isOver } from "../state.ts";
import { useSent } from "./useSent.ts";

/** How many of what an account sent are not at their end yet, as far as this browser knows. */
export function useUnderWay(wallet: Connected): number {
  const { box } = useSent(wallet);
  return useStore(box.store, ({ entries }) => entries.filter(({ state }) => !isOver(state)).length);
}
