import { cookies, headers } from "next/headers";
import { cache, use } from "react";
import { chooseLanguage, LANGUAGE_COOKIE } from "./choose.ts";
import type { Strings } from "./dictionary.ts";
import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { zu } from "./zu.ts";

const dictionaries: Readonly<Record<Language, Strings>> = { en, zu };

/** For async server components. One answer for all of a request. */
export const getStrings = cache(async (): Promise<Strings> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return dictionaries[chooseLanguage(jar.get(LANGUAGE_COOKIE)?.value, sent.get("accept-language"))];
});

/** For all other server components. */
export const useStrings = (): Strings => use(getStrings());
