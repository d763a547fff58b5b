"use client";

import { client } from "#strings/en/client.ts";

/** When the frame itself failed: it has neither our styles nor our fonts, so it relies on nothing. */
export default function FrameTrouble({ retry }: { error: unknown; retry: () => void }) {
  const { title, text, retry: label } = client.trouble;
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
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
