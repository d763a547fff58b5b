import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The off-chain helpers of a local network, by the entry point of each. */
const WORKERS = { keeper: "keeper/main.ts", judges: "practice/main.ts" } as const;
type WorkerName = keyof typeof WORKERS;

const SOURCE = new URL("../../api/src/workers/", import.meta.url);
const STOP_MS = 5_000;
/** A worker that ends by itself is started again, later each time, and at last not at all. */
const RESTARTS_MS = [500, 1_000, 2_000, 4_000, 8_000];

export interface Workers {
  pids(): Partial<Record<WorkerName, number>>;
  stop(): Promise<void>;
}

/**
 * Starts the keeper and the practice judges, each in its own process with its own log in `logs`. They keep no state, so one
 * that ends is simply started again.
 */
export function startWorkers(networkFile: string, logs: string, say: (line: string) => void): Workers {
  mkdirSync(logs, { recursive: true });
  const children = new Map<WorkerName, ChildProcess>();
  let stopping = false;

  function start(name: WorkerName, restarts = 0): void {
    const log = openSync(path.join(logs, `${name}.log`), "a");
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL(WORKERS[name], SOURCE)), "--network", networkFile],
      {
        stdio: ["ignore", log, log],
        detached: true,
      },
    );
    children.set(name, child);
    child.once("exit", async (code, signal) => {
      if (stopping) return;
      const reason = signal ?? `code ${code}`;
      const pause = RESTARTS_MS[restarts];
      if (pause === undefined) {
        say(
          `The ${name} ended too often (${reason}) and is left off; its log is ${path.join(logs, `${name}.log`)}.`,
        );
        return;
      }
      say(`The ${name} ended (${reason}); starting it again.`);
      await sleep(pause);
      if (!stopping) start(name, restarts + 1);
    });
  }

  start("keeper");
  start("judges");
  return {
    pids: () =>
      Object.fromEntries(
        [...children].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]])),
      ),
    async stop() {
      stopping = true;
      await Promise.all([...children.values()].map(stopChild));
    },
  };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
}
