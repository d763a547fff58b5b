"use client";

import { useEffect, useEffectEvent, useState } from "react";

/**
 * The latest answer to a question that is asked anew whenever its key changes; undefined until there is one. An answer stays
 * while the next is on its way, and if it does not come.
 * @param key All that the question depends on, and what says that it may have another answer, such as a block.
 */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>, key: string): T | undefined {
  const [answer, setAnswer] = useState<T>();
  // The key stands for the question: another function alone is no other one.
  const put = useEffectEvent((_key: string, signal: AbortSignal) => ask(signal));
  useEffect(() => {
    const stop = new AbortController();
    put(key, stop.signal).then(
      (found) => {
        if (!stop.signal.aborted) setAnswer(() => found);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [key]);
  return answer;
}
