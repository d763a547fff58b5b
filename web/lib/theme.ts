export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Holds the theme that the reader chose against the system's; absent, the system decides. */
export const THEME_COOKIE = "azora-theme";

export function parseTheme(value: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === value);
}
