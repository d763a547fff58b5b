import type { en } from "./en.ts";
import type { Language } from "./language.ts";

/** The same keys and the same signatures, with any words: what a translation has to be. */
type Said<English> = English extends string
  ? string
  : English extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof English]: Said<English[Key]> };

/** Everything that is said to people. Each language is an object of this type, so a key that one lacks fails the build. */
export type Strings = Said<typeof en> & { readonly language: { readonly tag: Language } };
