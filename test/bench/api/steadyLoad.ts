import http from "node:http";
import { createHistogram } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { bodyHeaders, CONNECTIONS, type Load } from "./load.ts";
import type { Ask } from "./reads.ts";

interface Options {
  readonly url: string;
  readonly asks: readonly Ask[];
  readonly seconds: number;
  /** Requests a second. */
  readonly rate: number;
}

/**
 * Asks in turns, each at its time, whether or not those before have been answered; a request that has to wait for one of the
 * connections counts from when it was due. Not autocannon's: its rate is sent by each connection as fast as it can at the
 * beginning of each second, and it takes a millisecond for the time between two of them when it makes up for late ones.
 * It is a thread with nothing else in its memory, and keeps no answer: where it collected garbage of its own, that was
 * counted as the server's time (a p99 of 18 to 40 ms where it is 5 to 8).
 * @throws if any answer is not what was asked for
 */
export function steadyLoad(options: Options): Promise<Load> {
  const { promise, resolve, reject } = Promise.withResolvers<Load>();
  const thread = new Worker(new URL(import.meta.url), { workerData: options });
  thread.once("message", resolve).once("error", reject);
  // After an answer or an error this changes nothing.
  thread.once("exit", (code) => reject(new Error(`The thread that asks ended with ${code}.`)));
  return promise;
}

if (!isMainThread && parentPort !== null) parentPort.postMessage(await askSteadily(workerData));

async function askSteadily({ url, asks, seconds, rate }: Options): Promise<Load> {
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
    response.once("error", reject).once("end", () => {
      if (statusCode === 200) resolve();
      else reject(new Error(`${path}: ${statusCode}`));
    });
    response.resume();
  });
  request.once("error", reject);
  request.end(body);
  return promise;
}
