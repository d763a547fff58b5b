import { createHash } from "node:crypto";

/** The name of a range of commits. `root` stands for the beginning of history. */
export function rangeKey(from: string | null, to: string): string {
  return `git:${from ?? "root"}..${to}`;
}

/**
 * SHA-256 over all commit names of a range, ascending, a newline after each, in lower-case hex. Anyone can check
 * it with `git rev-list <from>..<to> | LC_ALL=C sort | sha256sum`.
 */
export function rangeDigest(hashes: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of hashes.toSorted()) hash.update(`${name}\n`);
  return hash.digest("hex");
}
