"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Network } from "#lib/api/types.ts";
import type { Words } from "#strings/en/client.ts";

/** What the server tells the browser about where it is. */
export interface App {
  /** Of the API, as browsers reach it. */
  apiUrl: string;
  /** The chain and its contracts; null while the API does not answer. */
  network: Network | null;
  words: Words;
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
