import type { Language } from "../language.ts";

export const language = {
  /** For `lang`, and for what formats numbers and times. */
  tag: "en" as Language,
  choose: "Language",
  unreviewed: "The isiZulu translation has not been reviewed by a speaker yet.",
};
