import { useSyncExternalStore } from "react";

/** How this page learns of new blocks: by the stream, by asking, or not at all. Unknown before the first word. */
export type Hearing = "unknown" | "streamed" | "asked" | "away";

let hearing: Hearing = "unknown";
const listeners = new Set<() => void>();

/** Told by the layout, which holds the one connection of the page. */
export function tellHearing(next: Hearing): void {
  if (next === hearing) return;
  hearing = next;
  for (const listener of listeners) listener();
}

export const useHearing = (): Hearing =>
  useSyncExternalStore(
    subscribe,
    () => hearing,
    () => "unknown",
  );

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
