import type { Block } from "#lib/api/types.ts";
import type { Sight } from "./watch.ts";

/** After so long without a word the stream is taken for dead until it is heard again. */
const SILENCE_MS = 20_000;
/** When it is opened again after it was refused; a browser does the rest by itself. */
const REOPEN_MS = 10_000;

/** What is used of `EventSource`. */
export interface Source {
  readonly readyState: number;
  onerror: ((event: Event) => void) | null;
  addEventListener(type: "head", listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface HeadStream {
  /** The block that the index has reached, as far as the stream tells; undefined while it does not. */
  latest(): Block | undefined;
  end(): void;
}

const CLOSED = 2;

/**
 * Hears of each block that the index reaches, while the page is seen: a stream that nobody looks at would take one of the few
 * connections that a browser makes to a server.
 */
export function streamHeads(sight: Sight, open: () => Source, onHead: (head: Block) => void): HeadStream {
  const stop = new AbortController();
  let source: Source | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let heard: { head: Block; at: number } | undefined;

  const close = () => {
    clearTimeout(reopening);
    source?.close();
    source = undefined;
    heard = undefined;
  };
  const start = () => {
    close();
    const opened = open();
    source = opened;
    opened.addEventListener("head", ({ data }) => {
      const head: Block = JSON.parse(data);
      heard = { head, at: performance.now() };
      onHead(head);
    });
    opened.onerror = () => {
      heard = undefined;
      if (opened.readyState === CLOSED) reopening = setTimeout(start, REOPEN_MS);
    };
  };
  const onSight = () => {
    if (sight.visibilityState === "visible") start();
    else close();
  };

  sight.addEventListener("visibilitychange", onSight, { signal: stop.signal });
  onSight();
  return {
    latest: () => (heard && performance.now() - heard.at < SILENCE_MS ? heard.head : undefined),
    end: () => {
      stop.abort();
      close();
    },
  };
}
