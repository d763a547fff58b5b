/** What stands for anything that is not a character: U+FFFD, as in the WHATWG encoding standard. */
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/**
 * Control characters, the two Unicode line separators, byte order marks, and the marks that reorder text on a
 * screen, by which a title could be made to read as something else. The zero-width joiner stays: emoji need it.
 */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Bytes as text: UTF-8, each invalid sequence replaced by U+FFFD. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/**
 * One line of valid Unicode, fit for a manifest: lone surrogates become U+FFFD, control characters become a
 * space, runs of white space one space. RFC 8785 refuses lone surrogates, so this must come before hashing.
 * @param limit most characters (code points) to keep; a longer text ends in `…`
 */
export function cleanText(text: string, limit = 200): string {
  const line = text.toWellFormed().replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  const points = [...line.slice(0, 2 * limit + 2)];
  return points.length <= limit
    ? line
    : `${points
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}
