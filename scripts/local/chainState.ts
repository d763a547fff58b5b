import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { copyFile, rename, stat } from "node:fs/promises";
import path from "node:path";

export interface KeptState {
  /** Where the chain writes its state, once a second and in place. */
  file: string;
  /** Copies the state if it has changed and nobody wrote it meanwhile. */
  backUp(): Promise<void>;
  /** Puts the newest whole copy in the state's place if the state was cut off in the middle. Whether it had to. */
  restore(): boolean;
}

/** The state of a chain and two copies of it: a chain that is killed while it writes leaves half a file. */
export function keptState(folder: string): KeptState {
  const file = path.join(folder, "state.json");
  const newer = path.join(folder, "state.copy.json");
  const older = path.join(folder, "state.older.json");
  const part = path.join(folder, "state.part.json");
  let copied = 0;
  return {
    file,
    async backUp() {
      if (!existsSync(file)) return;
      const before = await stat(file);
      if (before.mtimeMs === copied) return;
      await copyFile(file, part);
      const after = await stat(file);
      if (after.mtimeMs !== before.mtimeMs || after.size !== before.size) return; // the next one will do
      if (existsSync(newer)) await rename(newer, older);
      await rename(part, newer);
      copied = before.mtimeMs;
    },
    restore() {
      if (!existsSync(file) || isWhole(file)) return false;
      const copy = [newer, older].find((one) => existsSync(one) && isWhole(one));
      if (copy !== undefined) copyFileSync(copy, file);
      else rmSync(file); // it never got further than its first seconds
      return true;
    },
  };
}

function isWhole(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
