import type { Schemas } from "./client.ts";
import { ApiProblem, problemOf } from "./problem.ts";

/** What a stream of events tells. */
export type FeedMessage =
  | { type: "event"; event: Schemas["Event"] }
  /** The block that the index has reached, for the topic `head`. */
  | { type: "head"; block: Schemas["Block"] }
  /** The chain was reorganised: whatever was told of blocks after this one is void. What holds instead comes next. */
  | { type: "void"; after: number }
  /** What was missed is not known any more: read anew what you keep. The stream goes on from now. */
  | { type: "reset"; reason: string };

export interface FollowOptions {
  signal?: AbortSignal;
  /** Where an earlier stream ended; from now on if there was none. */
  lastEventId?: string;
  /** Called with each place from which a later stream could go on. */
  onPosition?: (id: string) => void;
  fetch?: typeof fetch;
  /** How long it waits before it connects again. */
  retryMs?: number;
  /** How long a connection may be silent before it is taken for lost. The API says something every 15 seconds. */
  silenceMs?: number;
}

/**
 * What happens on the chain, as it happens, about some topics: `protocol`, `head`, `contribution:<id>`, `account:<address>`,
 * `identity:<node>`. A connection that is lost is made anew, and goes on where it was, until the signal comes.
 *
 * @throws ApiProblem if the API refuses what is asked for
 */
export async function* followEvents(
  apiUrl: string,
  topics: readonly string[],
  options: FollowOptions = {},
): AsyncGenerator<FeedMessage> {
  const { signal, retryMs = 1_000 } = options;
  const place = { id: options.lastEventId };
  while (!signal?.aborted) {
    try {
      yield* connect(apiUrl, topics, place, options);
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500) throw error;
    }
    if (!signal?.aborted) await pause(retryMs, signal);
  }
}

/** One connection, until it ends. */
async function* connect(
  apiUrl: string,
  topics: readonly string[],
  place: { id: string | undefined },
  { signal, onPosition, fetch: get = fetch, silenceMs = 45_000 }: FollowOptions,
): AsyncGenerator<FeedMessage> {
  const silent = new AbortController();
  const url = new URL("/v1/events", apiUrl);
  for (const topic of topics) url.searchParams.append("topic", topic);
  let timer = setTimeout(() => silent.abort(), silenceMs);
  try {
    const response = await get(url, {
      headers: { Accept: "text/event-stream", ...(place.id && { "Last-Event-ID": place.id }) },
      signal: AbortSignal.any([silent.signal, ...(signal ? [signal] : [])]),
      cache: "no-store",
    });
    if (!response.ok || response.body === null) throw await problemOf(response);
    for await (const frame of framesOf(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silenceMs);
      const id = frame.get("id");
      const message = messageOf(frame);
      if (message) yield message;
      // Only now has whoever listens dealt with it.
      if (id === undefined || id === place.id) continue;
      place.id = id;
      onPosition?.(id);
    }
  } finally {
    clearTimeout(timer);
    silent.abort();
  }
}

function messageOf(frame: ReadonlyMap<string, string>): FeedMessage | undefined {
  const data = frame.get("data");
  if (data === undefined) return undefined;
  switch (frame.get("event")) {
    case undefined:
      return { type: "event", event: JSON.parse(data) };
    case "head":
      return { type: "head", block: JSON.parse(data) };
    case "void":
      return { type: "void", ...JSON.parse(data) };
    case "reset":
      return { type: "reset", ...JSON.parse(data) };
    default: // of a later version
      return undefined;
  }
}

/** The fields of each frame; the API writes each in one line. */
async function* framesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Map<string, string>> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const frames = text.split("\n\n");
      text = frames.pop() ?? "";
      for (const frame of frames) yield new Map(frame.split("\n").flatMap(fieldOf));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function fieldOf(line: string): [string, string][] {
  const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value]];
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    }
    signal?.addEventListener("abort", end);
  });
}
