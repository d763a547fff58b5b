import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";

/** Read first of all: later it may be gone already. */
const PARENT = process.ppid;
const PARENT_CHECK_MS = 250;
/** For answers that are under way when it stops. */
const GRACE_MS = 1_500;

/** A slow or silent caller keeps its connection for so long and no longer. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

/** Aborts on SIGINT, SIGTERM, or when whoever started this process is gone: nobody would stop it any more. */
export function stopSignal(): AbortSignal {
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());
  const check = setInterval(() => process.ppid !== PARENT && stopped.abort(), PARENT_CHECK_MS);
  check.unref();
  return stopped.signal;
}

/** Serves until the signal comes, and a moment longer what is under way. */
export async function serve(
  app: OpenAPIHono,
  { host, port }: { host: string; port: number },
  signal: AbortSignal,
  listening: (port: number) => void,
): Promise<void> {
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS },
    getRequestListener(app.fetch),
  );
  await listen(server, host, port);
  const address = server.address();
  listening(typeof address === "object" && address ? address.port : port);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.race([closed, sleep(GRACE_MS)]);
  server.closeAllConnections();
  await closed;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
