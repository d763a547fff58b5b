import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Service } from "./supervisor.ts";

/** The off-chain helpers of a local network, by the entry point of each. */
const WORKERS = {
  keeper: "keeper/main.ts",
  judges: "practice/main.ts",
  attestor: "attestor/main.ts",
  auditor: "auditor/main.ts",
} as const;
type Worker = keyof typeof WORKERS;

const SOURCE = new URL("../../api/src/workers/", import.meta.url);
/** It has read the network, or has ended, by then; it says nothing to a socket. */
const SETTLED_MS = 200;

/** The keeper and the practice judges, each in its own process. They keep no state, so one that ends is simply started again. */
export const workerServices = (networkFile: string): Service[] =>
  (["keeper", "judges"] as const).map((name) => worker(name, networkFile));

/** The attestor, which reads claims where the API keeps them. Other people's repositories stand in a folder, by host and path. */
export const attestorService = (networkFile: string, databaseUrl: string, mirror: string): Service =>
  worker("attestor", networkFile, { DATABASE_URL: databaseUrl, AZORA_ATTESTOR_MIRROR: mirror });

/** The auditor, which compares the index with the chain, and says to the API what it found. */
export const auditorService = (networkFile: string, databaseUrl: string): Service =>
  worker("auditor", networkFile, { DATABASE_URL: databaseUrl });

function worker(name: Worker, networkFile: string, env: NodeJS.ProcessEnv = {}): Service {
  let since = 0;
  return {
    name,
    launch(log) {
      since = Date.now();
      const script = fileURLToPath(new URL(WORKERS[name], SOURCE));
      return spawn(process.execPath, [script, "--network", path.resolve(networkFile)], {
        stdio: ["ignore", log, log],
        detached: true,
        env: { ...process.env, ...env },
      });
    },
    isReady: async () => Date.now() - since > SETTLED_MS,
  };
}
