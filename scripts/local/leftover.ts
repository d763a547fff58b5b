import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const STOP_MS = 10_000;

const pidFile = (folder: string): string => path.join(folder, "pid");

/** Notes which process runs the chain of a folder, for a start after one that was killed. */
export const noteChain = (folder: string, pid: number): void => writeFileSync(pidFile(folder), String(pid));

export const forgetChain = (folder: string): void => rmSync(pidFile(folder), { force: true });

/**
 * Stops the chain that a killed start left running in this folder: two chains writing one state would undo each other's
 * blocks. Only a process that was noted here and works on this very folder is ended.
 * @returns its process id, or undefined if there was none
 */
export async function stopLeftover(folder: string): Promise<number | undefined> {
  const pid = readPid(folder);
  if (pid === undefined || !commandOf(pid).includes(folder)) return undefined;
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + STOP_MS; commandOf(pid) !== ""; ) {
    if (Date.now() > deadline) process.kill(pid, "SIGKILL");
    await sleep(50);
  }
  forgetChain(folder);
  return pid;
}

function readPid(folder: string): number | undefined {
  try {
    return Number(readFileSync(pidFile(folder), "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The command line of a process; empty if it is gone. */
function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    // ps ends with 1 where there is no such process.
    return "";
  }
}
