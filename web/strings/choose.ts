import Negotiator from "negotiator";
import { LANGUAGES, type Language, parseLanguage } from "./language.ts";

/** Holds the language that the reader chose; absent, the browser's preference decides. */
export const LANGUAGE_COOKIE = "azora-language";

/** The reader's own choice, else what the browser prefers of what there is, else English. */
export function chooseLanguage(chosen: string | undefined, accepted: string | null): Language {
  const headers = accepted === null ? {} : { "accept-language": accepted };
  const [preferred] = new Negotiator({ headers }).languages([...LANGUAGES]);
  return parseLanguage(chosen) ?? parseLanguage(preferred) ?? "en";
}
