import type { IndexReader, Wait } from "../database/IndexReader.ts";

/** Says in an answer which preference was kept to (RFC 7240, 3). */
export const APPLIED_HEADER = "Preference-Applied";

const WAIT = /(?:^|,)\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=[,;]|$)/i;

/**
 * How long a caller wants to wait, in seconds, by `Prefer: wait=5` (RFC 7240, 4.3). What is not understood is no error: it is
 * as if it were not there.
 */
function preferredWait(header: string | undefined): number | undefined {
  const seconds = WAIT.exec(header ?? "")?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

/** How long a request waits for its block, and what its answer says of that, if it was the caller who chose. */
export function waitOf(
  prefer: string | undefined,
  { waitMs }: IndexReader,
  minBlock: number | undefined,
): { wait: Wait; told: Readonly<Record<string, string>> } {
  const asked = minBlock === undefined ? undefined : preferredWait(prefer);
  if (asked === undefined) return { wait: { minBlock }, told: {} };
  const seconds = Math.min(asked, Math.floor(waitMs / 1_000));
  return { wait: { minBlock, waitMs: seconds * 1_000 }, told: { [APPLIED_HEADER]: `wait=${seconds}` } };
}
