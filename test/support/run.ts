import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Run {
  child: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Waits for a text on stdout or stderr; rejects if the process ends or the time is over before. */
  says(text: string, timeoutMs: number): Promise<void>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs one of the project's scripts under this Node, from the repository's root unless told otherwise. */
export function run(script: string, args: readonly string[] = [], { cwd = ROOT, env = {} } = {}): Run {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, `file://${ROOT}`)), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  const output = () => `${stdout}${stderr}`;
  return {
    child,
    output,
    ended,
    async says(text, timeoutMs) {
      const deadline = Date.now() + timeoutMs;
      while (!output().includes(text)) {
        const over = Date.now() > deadline;
        if (over || child.exitCode !== null) {
          throw new Error(
            `It never said "${text}"${over ? "" : ` before it ended with ${child.exitCode}`}:\n${output()}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
