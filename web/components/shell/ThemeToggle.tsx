"use client";

import type { ReactNode } from "react";
import { THEME_COOKIE, type Theme } from "#lib/theme.ts";

const YEAR_SECONDS = 31_536_000;

/** Turns to the other theme. What the system has anyway is not remembered: from then on it is followed again. */
function toggle(): void {
  const root = document.documentElement;
  const system: Theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next: Theme = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
  if (next === system) delete root.dataset.theme;
  else root.dataset.theme = next;
  const age = next === system ? 0 : YEAR_SECONDS;
  // The server reads it, so that the first byte of the next page has the right theme already.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in one of the great browsers
  document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${age}; samesite=lax`;
}

interface ThemeToggleProps {
  label: string;
  /** What is on the button: an icon for each theme. */
  children: ReactNode;
}

export function ThemeToggle({ label, children }: ThemeToggleProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={toggle}
      className="needs-script inline-flex size-10 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  );
}
