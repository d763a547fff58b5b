import { en } from "./en.ts";

/**
 * Everything that is said to people. Another language is another object of this type; both functions then choose by the
 * reader's preference, and no caller changes.
 */
export type Strings = typeof en;

/** For async server components. */
export async function getStrings(): Promise<Strings> {
  return en;
}

/**
 * For all other components. Those in the first load of a page take theirs from `useApp().words` instead: the whole
 * dictionary belongs into chunks that are loaded on demand.
 */
export function useStrings(): Strings {
  return en;
}
