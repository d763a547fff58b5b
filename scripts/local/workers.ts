import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Service } from "./supervisor.ts";

/** The off-chain helpers of a local network, by the entry point of each. */
const WORKERS = { keeper: "keeper/main.ts", judges: "practice/main.ts" } as const;

const SOURCE = new URL("../../api/src/workers/", import.meta.url);
/** It has read the network, or has ended, by then; it says nothing to a socket. */
const SETTLED_MS = 200;

/** The keeper and the practice judges, each in its own process. They keep no state, so one that ends is simply started again. */
export const workerServices = (networkFile: string): Service[] =>
  (Object.keys(WORKERS) as (keyof typeof WORKERS)[]).map((name) => {
    let since = 0;
    return {
      name,
      launch(log) {
        since = Date.now();
        const script = fileURLToPath(new URL(WORKERS[name], SOURCE));
        return spawn(process.execPath, [script, "--network", path.resolve(networkFile)], {
          stdio: ["ignore", log, log],
          detached: true,
        });
      },
      isReady: async () => Date.now() - since > SETTLED_MS,
    };
  });
