"use client";

import { useEffect, useState } from "react";

/**
 * The latest answer to a question that is asked anew whenever its key changes; undefined until there is one. An answer stays
 * while the next is on its way, and if it does not come.
 * @param key All that the question depends on, and what says that it may have another answer, such as a block.
 */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>, key: string): T | undefined {
  const [answer, setAnswer] = useState<T>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(() => {
    const stop = new AbortController();
    ask(stop.signal).then(
      (found) => {
        if (!stop.signal.aborted) setAnswer(() => found);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [key]);
  return answer;
}
