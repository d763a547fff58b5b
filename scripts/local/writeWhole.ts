import { renameSync, writeFileSync } from "node:fs";

/** Writes a file in one step: a process that is killed meanwhile leaves the old one or the new one. */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  writeFileSync(`${file}.part`, text, { mode });
  renameSync(`${file}.part`, file);
}
