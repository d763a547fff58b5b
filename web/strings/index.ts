import { use } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";
import type { Strings } from "./dictionary.ts";
import { loadedStrings, loadStrings } from "./load.ts";

export type { Strings } from "./dictionary.ts";

/**
 * What is said, in the reader's language. This is the browser's: it brings the one dictionary that is needed along with
 * code that is loaded on demand, whose Suspense boundary covers both. Components of a page's first load take theirs from
 * `useApp().words` instead. On the server `server.ts` stands in this file's place; see `imports` in package.json.
 */
export function useStrings(): Strings {
  const { language } = useApp();
  return loadedStrings(language) ?? use(loadStrings(language));
}
