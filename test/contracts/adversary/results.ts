import { readFileSync, writeFileSync } from "node:fs";
import type { Row } from "./statistics.ts";

const FILE = new URL("results.json", import.meta.url);

/** What `npm run adversaries -- --write` found last, at full length. */
export interface Results {
  readonly seeds: number;
  readonly rows: readonly Row[];
}

export function readResults(): Results {
  return JSON.parse(readFileSync(FILE, "utf8"));
}

export function writeResults(results: Results): void {
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
