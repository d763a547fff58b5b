import type { Open } from "../ports.ts";
import type { SentBox } from "../sent/box.ts";
import { isOver, type SentState } from "../state.ts";
import { followSent } from "./follow.ts";

interface Course {
  readonly end: Promise<SentState>;
  readonly stop: AbortController;
}

/** Follows what an account sent, each once, whoever asks: its form, the list, or a page that is loaded anew. */
export type Following = ReturnType<typeof createFollowing>;

export function createFollowing(box: SentBox) {
  const courses = new Map<string, Course>();

  /** @param onSeen The index has it, so pages that are read again show it. */
  function follow(id: string, open: Open, onSeen: () => void): Promise<SentState> | undefined {
    const entry = box.find(id);
    if (entry === undefined) return undefined;
    const under = courses.get(id);
    if (under !== undefined) return under.end;
    const stop = new AbortController();
    const end = followSent(entry, open, {
      note(state) {
        box.update(id, { state });
        if (state.step === "indexed") onSeen();
      },
      learn: (as) => {
        if (entry.handle.by === "hash") box.update(id, { handle: { ...entry.handle, as } });
      },
      signal: stop.signal,
    }).finally(() => courses.delete(id));
    courses.set(id, { end, stop });
    return end;
  }

  return {
    follow,
    followAll(open: Open, onSeen: () => void): void {
      for (const { id, state } of box.store.getState().entries)
        if (!isOver(state)) void follow(id, open, onSeen);
    },
    /** Takes it from the list: nobody wants to know any more. */
    drop(id: string): void {
      courses.get(id)?.stop.abort();
      box.remove((entry) => entry.id === id);
    },
  };
}
