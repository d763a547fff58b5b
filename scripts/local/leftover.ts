import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LocalFailure } from "./failure.ts";

const STOP_MS = 10_000;

/** A process as it was noted: its number, and when it started, so that a later one with its number is not taken for it. */
interface Noted {
  pid: number;
  started: string;
}

const fileOf = (folder: string, name: string): string => path.join(folder, `${name}.json`);

/** Notes which process does what for a network, for a start after one that was killed. */
export function noteProcess(folder: string, name: string, pid: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder, name), JSON.stringify({ pid, started: startOf(pid) } satisfies Noted));
}

export const forgetProcess = (folder: string, name: string): void =>
  rmSync(fileOf(folder, name), { force: true });

/**
 * Ends what a killed start left running: two chains that write one state, or two servers on one port, would undo each
 * other. Only processes that were noted here, and are still the same ones, are ended.
 * @returns the names of those that were
 */
export async function stopLeftovers(folder: string): Promise<string[]> {
  const stopped = await Promise.all(
    namesIn(folder).map(async (name) => {
      const noted = read(fileOf(folder, name));
      const was = noted !== undefined && (await end(noted));
      forgetProcess(folder, name);
      return was ? [name] : [];
    }),
  );
  return stopped.flat();
}

async function end({ pid, started }: Noted): Promise<boolean> {
  if (started === "" || startOf(pid) !== started) return false;
  // Every service here takes this for "save and stop".
  kill(pid, "SIGINT");
  for (const deadline = Date.now() + STOP_MS; startOf(pid) === started; ) {
    if (Date.now() > deadline) kill(pid, "SIGKILL");
    await sleep(50);
  }
  return true;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ESRCH") return; // it has ended by itself
    throw new LocalFailure(
      `Process ${pid}, which an earlier start left running, belongs to somebody else. Stop it, and start again.`,
    );
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) => path.basename(file, ".json"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Nothing for a note that was half written when its writer was killed. */
function read(file: string): Noted | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && typeof started === "string" ? { pid, started } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** When a process started, in the system's own form; empty if there is none, or only what is left of one. */
function startOf(pid: number): string {
  if (process.platform === "linux") {
    try {
      const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return state === "Z" ? "" : (rest[18] ?? "");
    } catch {
      return ""; // no such process
    }
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return ""; // ps ends with 1 where there is no such process
  }
}
