import http from "node:http";
import { createHistogram } from "node:perf_hooks";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { bodyHeaders, CONNECTIONS, type Load } from "./load.ts";
import type { Ask } from "./reads.ts";

/**
 * Asks in turns, each at its time, whether or not those before have been answered; a request that has to wait for one of the
 * connections counts from when it was due. Not autocannon's: its rate is sent by each connection as fast as it can at the
 * beginning of each second, and it takes a millisecond for the time between two of them when it makes up for late ones.
 * @param rate requests a second
 * @throws if any answer is not what was asked for
 */
export async function steadyLoad(
  url: string,
  asks: readonly Ask[],
  { seconds, rate }: { seconds: number; rate: number },
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const took = createHistogram();
  const all = seconds * rate;
  const began = performance.now();
  const answers: Promise<void>[] = [];
  while (answers.length < all) {
    const due = began + (answers.length * 1_000) / rate;
    if (due > performance.now()) {
      await sleep(1);
      continue;
    }
    const ask = asks[answers.length % asks.length];
    if (ask === undefined) throw new Error("There is nothing to ask.");
    const answer = once(url, ask, agent).then(() => {
      took.record(Math.max(1, Math.round((performance.now() - due) * 1_000)));
    });
    answer.catch(() => undefined); // told below, all at once
    answers.push(answer);
  }
  await Promise.all(answers);
  agent.destroy();
  const tookSeconds = (performance.now() - began) / 1_000;
  return {
    requestsPerSecond: all / tookSeconds,
    p50: took.percentile(50) / 1_000,
    p99: took.percentile(99) / 1_000,
  };
}

function once(url: string, { path, body }: Ask, agent: http.Agent): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const method = body === undefined ? "GET" : "POST";
  const headers = body === undefined ? {} : { ...bodyHeaders, "content-length": Buffer.byteLength(body) };
  const request = http.request(url + path, { method, agent, headers }, (response) => {
    const { statusCode } = response;
    buffer(response).then(
      () => (statusCode === 200 ? resolve() : reject(new Error(`${path}: ${statusCode}`))),
      reject,
    );
  });
  request.once("error", reject);
  request.end(body);
  return promise;
}
