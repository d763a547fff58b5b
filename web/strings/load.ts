import type { Strings } from "./dictionary.ts";
import type { Language } from "./language.ts";

const sources: Readonly<Record<Language, () => Promise<Strings>>> = {
  en: async () => (await import("./en.ts")).en,
  zu: async () => (await import("./zu.ts")).zu,
};
const pending = new Map<Language, Promise<Strings>>();
const loaded = new Map<Language, Strings>();

/** The dictionary, if it has come. */
export const loadedStrings = (language: Language): Strings | undefined => loaded.get(language);

/** Brings one language's dictionary into the browser, once. What does not arrive may be tried again. */
export function loadStrings(language: Language): Promise<Strings> {
  const earlier = pending.get(language);
  if (earlier !== undefined) return earlier;
  const source = sources[language]();
  pending.set(language, source);
  source.then(
    (strings) => loaded.set(language, strings),
    () => pending.delete(language),
  );
  return source;
}
