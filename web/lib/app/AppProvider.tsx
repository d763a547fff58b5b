"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Network } from "#lib/api/types.ts";
import type { Strings } from "#strings/dictionary.ts";
import type { Language } from "#strings/language.ts";

/** What the server tells the browser about where it is. */
export interface App {
  /** Of the API, as browsers reach it. */
  apiUrl: string;
  /** The chain and its contracts; null while the API does not answer. */
  network: Network | null;
  /** What the reader reads. */
  language: Language;
  /** What components of the first load say in it. */
  words: Strings["client"];
}

const AppContext = createContext<App | undefined>(undefined);

export function AppProvider({ app, children }: { app: App; children: ReactNode }): ReactNode {
  return <AppContext value={app}>{children}</AppContext>;
}

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("useApp is used outside of AppProvider.");
  return app;
}
