import { en } from "./en.ts";
import { LANGUAGE_NAMES, type Language } from "./language.ts";

/** What a speaker has signed: one file of a translation, as it stood. */
export interface Review {
  /** The file's name without its ending, such as `home`. */
  readonly part: string;
  /** Of the file's bytes, in lower case and without 0x: whoever changes a word takes the review away. */
  readonly sha256: string;
  /** How the speaker wants to be named. */
  readonly speaker: string;
  /** The speaker's account, and its signature of `reviewText` as wallets sign texts (EIP-191). */
  readonly account: `0x${string}`;
  readonly signature: `0x${string}`;
}

/** The translations, with what of them speakers have signed. English is what the app is written in. */
export const REVIEWS = { zu: [] } as const satisfies Record<Exclude<Language, "en">, readonly Review[]>;

/** The files that say something. What is said of trouble is part of another key, in a file of its own. */
export const PARTS: readonly string[] = [...Object.keys(en), "trouble"];

/** What a speaker signs. */
export const reviewText = (language: keyof typeof REVIEWS, { part, sha256 }: Review): string =>
  `I speak ${LANGUAGE_NAMES[language]}. I have read Azora's web/strings/${language}/${part}.ts with the SHA-256 ${sha256}, and it says what the English says, in words that I would use.`;

/** Whether every part of a translation is signed. */
export function isReviewed(reviews: readonly Review[]): boolean {
  return PARTS.every((part) => reviews.some((review) => review.part === part));
}
