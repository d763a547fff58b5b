"use client";

import { trouble as en } from "#strings/en/trouble.ts";
import { type Language, parseLanguage } from "#strings/language.ts";
import { trouble as zu } from "#strings/zu/trouble.ts";

const WORDS = { en, zu } as const satisfies Record<Language, typeof en>;

/** When the frame itself failed: it has neither our styles nor our fonts, so it relies on nothing. */
export default function FrameTrouble({ retry }: { error: unknown; retry: () => void }) {
  const language = languageOf();
  const { title, text, retry: label } = WORDS[language];
  return (
    <html lang={language} style={{ colorScheme: "light dark" }}>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          maxWidth: "32rem",
          margin: "20vh auto",
          padding: "0 1rem",
        }}
      >
        <title>{title}</title>
        <h1 style={{ fontSize: "1.25rem" }}>{title}</h1>
        <p>{text}</p>
        <button type="button" onClick={retry}>
          {label}
        </button>
      </body>
    </html>
  );
}

/** That of the page which failed: the frame that would tell it is gone. */
function languageOf(): Language {
  const failed = typeof document === "undefined" ? undefined : document.documentElement.lang;
  return parseLanguage(failed) ?? "en";
}
