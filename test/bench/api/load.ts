import autocannon from "autocannon";
import type { Ask } from "./reads.ts";

/** As many as a browser and its neighbours keep open; the API has as many connections to the database. */
export const CONNECTIONS = 10;

export interface Load {
  readonly requestsPerSecond: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface LoadOptions {
  readonly seconds: number;
}

export const bodyHeaders = { "content-type": "application/json", "accept-encoding": "identity" };

/** Asks one after the other, in turns, over the same connections, as fast as they are answered. @throws if any answer is not what was asked for */
export async function load(url: string, asks: readonly Ask[], { seconds }: LoadOptions): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: asks.map(({ path, body }) =>
      body === undefined
        ? { method: "GET", path }
        : {
            method: "POST",
            path,
            body,
            headers: bodyHeaders,
          },
    ),
  });
  const { errors, timeouts, non2xx, latency, requests } = result;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${url}${asks[0]?.path}: ${errors} errors, ${timeouts} timeouts, ${non2xx} refusals.`);
  return { requestsPerSecond: requests.total / result.duration, p50: latency.p50, p99: latency.p99 };
}

/** Asks once, and gives the answer. @throws if it is none, or holds errors */
export async function askOnce(url: string, { path, body }: Ask): Promise<unknown> {
  const response = await fetch(
    url + path,
    body === undefined
      ? {}
      : {
          method: "POST",
          body,
          headers: bodyHeaders,
        },
  );
  const answer: unknown = await response.json();
  if (!response.ok || (typeof answer === "object" && answer !== null && "errors" in answer))
    throw new Error(`${path} ${body ?? ""}: ${response.status} ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}
