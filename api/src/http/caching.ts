// Conditions of reads, and what answers say of keeping them: RFC 9110, 13, and RFC 9111.

/** An answer may be kept anywhere, and is to be asked after before each use: it is as of a block. */
export const REVALIDATE = "public, no-cache";

/** The caller has the answer already. */
export class NotModified extends Error {
  override name = "NotModified";
}

/** Whether `If-None-Match` names this tag, or any. Compared weakly, as RFC 9110, 13.1.2 has it. */
export function isAmong(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const known = header.split(",").map((each) => each.trim());
  return known.includes("*") || known.some((each) => opaque(each) === opaque(tag));
}

const opaque = (tag: string): string => tag.replace(/^W\//, "");
