import { setTimeout as sleep } from "node:timers/promises";
import { problemOf } from "../api/problem.ts";
import { Lie } from "./Lie.ts";

export interface Answer {
  /** As it was asked. */
  readonly route: string;
  readonly headers: Headers;
  readonly text: string;
}

/** The API has taken too long, or gave nothing that could be read. */
export class GatewayError extends Error {
  override name = "GatewayError";
}

const PATIENCE_MS = 30_000;
/** For a share of what all may ask. */
const MOST_WAITS = 10;
const LONGEST_WAIT_S = 60;

/** Asks an API, of which nothing is believed. */
export class Gateway {
  readonly #url: string;
  readonly #signal: AbortSignal | undefined;

  constructor(url: string, signal?: AbortSignal) {
    this.#url = url.replace(/\/+$/, "");
    this.#signal = signal;
  }

  /** @throws ApiProblem if the API refuses */
  async get(route: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const response = await this.fetch(route, { headers });
    if (!response.ok) throw await problemOf(response);
    return { route, headers: response.headers, text: await response.text() };
  }

  /** Who asks for more than its share waits until it may again. */
  async fetch(route: string, init: RequestInit = {}): Promise<Response> {
    for (let times = 0; ; times += 1) {
      const response = await this.#ask(route, init);
      if (response.status !== 429 || times === MOST_WAITS) return response;
      await response.arrayBuffer();
      await sleep(1_000 * Math.min(LONGEST_WAIT_S, Number(response.headers.get("Retry-After")) || 1));
    }
  }

  async #ask(route: string, init: RequestInit): Promise<Response> {
    const timeout = AbortSignal.timeout(PATIENCE_MS);
    const signal = this.#signal === undefined ? timeout : AbortSignal.any([timeout, this.#signal]);
    try {
      return await fetch(`${this.#url}${route}`, { ...init, signal });
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw new GatewayError(`The API at ${this.#url} does not answer ${route}.`, { cause: error });
    }
  }
}

/** @throws Lie unless it is JSON */
export function parseAnswer({ route, text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Lie({
      route,
      row: "",
      field: "",
      said: text,
      chain: "JSON",
      proof: "the description of the API",
    });
  }
}
