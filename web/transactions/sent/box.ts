import { type PersistStorage, persist, type StorageValue } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { type Entry, isEntry, trimmed } from "./entry.ts";

/** Of what is kept. What has another number is dropped: nothing reliable can be read from it. */
const VERSION = 1;

export interface Sent {
  /** The newest first. */
  readonly entries: readonly Entry[];
  /** Something was kept that could not be read, and was dropped. */
  readonly isDamaged: boolean;
}

type Kept = Pick<Sent, "entries">;
type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

class DamagedError extends Error {
  override name = "DamagedError";
}

/** What one account sent on one chain, kept by the browser if it keeps anything. */
export type SentBox = ReturnType<typeof createSentBox>;

export function createSentBox(box: Box | undefined, chainId: number, account: string) {
  const name = ["azora.transactions", chainId, account.toLowerCase()].join(".");
  const storage = storageOf(box);
  const begin: Sent = { entries: [], isDamaged: false };
  const store = createStore<Sent>()(
    persist(() => begin, {
      name,
      version: VERSION,
      storage,
      skipHydration: true,
      partialize: ({ entries }): Kept => ({ entries }),
      merge: (kept, now) => (kept === undefined ? now : { ...now, ...(kept as Kept) }),
      onRehydrateStorage: () => (_, error) => {
        if (error !== undefined) drop();
      },
    }),
  );

  function drop(): void {
    storage.removeItem(name);
    store.setState({ isDamaged: true });
  }

  /** Another tab may have written since. What the browser did not take is here only. */
  function read(): void {
    if (storage.isKeeping()) void store.persist.rehydrate();
  }

  function change(next: (entries: readonly Entry[]) => readonly Entry[]): void {
    read();
    store.setState(({ entries }) => ({ entries: trimmed(next(entries)) }));
  }

  read();
  return {
    store,
    read,
    /** Whether a key of the browser's storage is this one's. Null stands for all of them. */
    isUnder: (key: string | null) => key === null || key === name,
    find: (id: string) => store.getState().entries.find((entry) => entry.id === id),
    add: (entry: Entry) => change((all) => [entry, ...all.filter(({ id }) => id !== entry.id)]),
    update: (id: string, what: Partial<Pick<Entry, "state" | "handle" | "isTold">>) =>
      change((all) => all.map((entry) => (entry.id === id ? { ...entry, ...what } : entry))),
    remove: (isGone: (entry: Entry) => boolean) => change((all) => all.filter((entry) => !isGone(entry))),
  };
}

/** Without a box, or with one that takes nothing more, everything works, only not over a reload. */
function storageOf(box: Box | undefined): PersistStorage<Kept> & { isKeeping(): boolean } {
  let isKeeping = box !== undefined;
  return {
    isKeeping: () => isKeeping,
    getItem: (name) => keptIn(box?.getItem(name) ?? null),
    setItem(name, value) {
      try {
        box?.setItem(name, JSON.stringify(value));
      } catch {
        isKeeping = false;
      }
    },
    removeItem: (name) => box?.removeItem(name),
  };
}

/** @throws If it is not what this version writes, whole and well. */
function keptIn(text: string | null): StorageValue<Kept> | null {
  if (text === null) return null;
  const found: Partial<StorageValue<Partial<Kept> | null>> | null = JSON.parse(text);
  const { version, state } = found ?? {};
  if (version !== VERSION) throw new DamagedError(`It is of version ${version}.`);
  const entries: readonly unknown[] = Array.isArray(state?.entries) ? state.entries : [null];
  if (!entries.every(isEntry)) throw new DamagedError("Something in it is no transaction.");
  return { version, state: { entries } };
}
