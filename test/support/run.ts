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

export interface RunOptions {
  /** The repository's root unless told otherwise. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** After this many milliseconds it is killed, and `ended` rejects with what it had said. */
  limitMs?: number;
}

/** What is shown of a process that took too long. */
const LAST_CHARACTERS = 2_000;
/** A process that is told to stop stops what it has started, one after the other, and each may take ten seconds. */
const STOP_MS = 120_000;

/** Runs one of the project's scripts under this Node. */
export function run(
  script: string,
  args: readonly string[] = [],
  { cwd = ROOT, env = {}, limitMs }: RunOptions = {},
): Run {
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
  const output = () => `${stdout}${stderr}`;
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    let late: string | undefined;
    let timer: NodeJS.Timeout | undefined;
    if (limitMs !== undefined)
      timer = setTimeout(() => {
        late = `It did not end within ${limitMs / 1_000} s.`;
        child.kill("SIGTERM");
        timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      }, limitMs);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      if (late === undefined) resolve({ code, stdout, stderr });
      else reject(new Error(`${late} It said: …${output().slice(-LAST_CHARACTERS)}`));
    });
  });
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
