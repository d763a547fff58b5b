import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { answersWell } from "./answersWell.ts";
import type { Service } from "./supervisor.ts";

const MAIN = fileURLToPath(new URL("../../api/src/main.ts", import.meta.url));

/** The API, which reads the index and keeps evidence. */
export function gateway({
  networkFile,
  port,
  url,
}: {
  networkFile: string;
  port: number;
  /** As the role that reads the index and owns the API's own schema. */
  url: string;
}): Service {
  const address = `http://127.0.0.1:${port}`;
  return {
    name: "api",
    address,
    launch: (log) =>
      spawn(process.execPath, [MAIN], {
        stdio: ["ignore", log, log],
        detached: true,
        env: {
          ...process.env,
          // What libraries check of each other's use costs a tenth of an answer.
          NODE_ENV: "production",
          AZORA_NETWORK: path.resolve(networkFile),
          DATABASE_URL: url,
          HOST: "127.0.0.1",
          PORT: String(port),
        },
      }),
    isReady: () => answersWell(`${address}/health/ready`),
  };
}
