/** The languages of the app, the one that it is written in first. */
export const LANGUAGES = ["en", "zu"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What speakers call them, which no translation changes. */
export const LANGUAGE_NAMES = { en: "English", zu: "isiZulu" } as const satisfies Record<Language, string>;

export function parseLanguage(value: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === value);
}
