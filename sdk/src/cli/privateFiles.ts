import { chmodSync, readdirSync, renameSync, writeFileSync } from "node:fs";

/** Writes a file whole or not at all, for its owner only. */
export function writePrivately(file: string, text: string): void {
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  chmodSync(`${file}.part`, 0o600);
  renameSync(`${file}.part`, file);
}

/** The names of a folder's files; none while there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
