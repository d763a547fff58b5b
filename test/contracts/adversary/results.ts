import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Row } from "./statistics.ts";

const FILE = new URL("results.json", import.meta.url);

/** What `npm run adversaries -- --write` found last, at full length. */
export function readResults(): Row[] {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : [];
}

/** Puts new rows in the place of old ones. @param names Of all adversaries, in order; rows of others are dropped. */
export function writeResults(found: readonly Row[], names: readonly string[]): void {
  const rows = [...found, ...readResults()];
  const present = names.flatMap((name) => rows.find((row) => row.name === name) ?? []);
  writeFileSync(FILE, `${JSON.stringify(present, null, 2)}\n`);
}
