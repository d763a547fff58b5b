import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { LocalFailure } from "./failure.ts";

/**
 * Holds a network's folder for this process, so that two starts never write the same chain. A holder that is gone does not
 * count. Gives the function that lets go.
 * @throws LocalFailure if another process holds it
 */
export function holdFolder(folder: string): () => void {
  const file = `${folder}.pid`;
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = Number(readFileSync(file, "utf8"));
      if (isAlive(holder)) {
        throw new LocalFailure(
          `This network runs already, as process ${holder}. Stop it first, with Ctrl-C in its terminal.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
