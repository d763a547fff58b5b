import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";

/** For answers that are under way when it stops. */
const GRACE_MS = 1_500;
const IDLE_CHECK_MS = 50;

/** A slow or silent caller keeps its connection for so long and no longer. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

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
  await close(server);
}

/** Connections that are kept for a next request are closed as soon as they have none; in the end all are. */
async function close(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(grace);
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
