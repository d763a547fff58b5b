const rules = new Intl.PluralRules("zu");

/** By isiZulu's own rule, to which nothing at all is one too. */
export const plural = (count: number, one: string, other: string): string =>
  rules.select(count) === "one" ? one : other;
