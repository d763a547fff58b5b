const POLL_MS = 1_500;

/** Where it is seen whether somebody looks; a document, and in tests something like it. */
export interface Sight extends EventTarget {
  readonly visibilityState: DocumentVisibilityState;
}

/**
 * Asks again and again while the page is seen, and at once when it is seen again. A page that nobody sees asks for nothing.
 * @return What ends it.
 */
export function watch<Answer>(
  sight: Sight,
  ask: (signal: AbortSignal) => Promise<Answer>,
  onAnswer: (answer: Answer | undefined) => void,
  pollMs = POLL_MS,
): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  const next = async () => {
    clearTimeout(timer);
    isAsking = true;
    const answer = await ask(stop.signal).catch(() => undefined);
    isAsking = false;
    if (stop.signal.aborted) return;
    onAnswer(answer);
    plan();
  };
  const plan = () => {
    clearTimeout(timer);
    if (sight.visibilityState === "visible") timer = setTimeout(next, pollMs);
  };
  const onSight = () => {
    clearTimeout(timer);
    // An answer that is on its way plans the next by itself.
    if (sight.visibilityState === "visible" && !isAsking) void next();
  };

  sight.addEventListener("visibilitychange", onSight, { signal: stop.signal });
  plan();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
