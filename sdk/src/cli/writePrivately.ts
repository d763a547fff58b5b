import { chmodSync, renameSync, writeFileSync } from "node:fs";

/** Writes a file whole or not at all, for its owner only. */
export function writePrivately(file: string, text: string): void {
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  chmodSync(`${file}.part`, 0o600);
  renameSync(`${file}.part`, file);
}
