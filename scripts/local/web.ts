import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { answersWell } from "./answersWell.ts";
import type { Service } from "./supervisor.ts";

export const WEB = fileURLToPath(new URL("../../web", import.meta.url));
export const nextProgram = (): string => createRequire(`${WEB}/`).resolve("next/dist/bin/next");

/** The web app as it was built. It knows the API's address from its environment. */
export function webApp({ port, apiUrl }: { port: number; apiUrl: string }): Service {
  const address = `http://127.0.0.1:${port}`;
  return {
    name: "web",
    address,
    launch: (log) =>
      spawn(
        process.execPath,
        [nextProgram(), "start", WEB, "--hostname", "127.0.0.1", "--port", String(port)],
        {
          cwd: WEB,
          stdio: ["ignore", log, log],
          detached: true,
          env: {
            ...process.env,
            NODE_ENV: "production",
            NEXT_TELEMETRY_DISABLED: "1",
            AZORA_API_URL: apiUrl,
          },
        },
      ),
    isReady: () => answersWell(address),
  };
}
