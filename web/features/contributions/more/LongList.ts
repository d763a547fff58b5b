import {
  type Loaded,
  missingIn,
  NOTHING_LOADED,
  type Page,
  withNews,
  withNext,
  withoutFar,
  withPushed,
} from "./pages.ts";

export interface Shown extends Loaded {
  status: "quiet" | "asking" | "failed";
  /** Works that are ticked, whether or not their rows are there. */
  ticked: ReadonlySet<string>;
}

/** Asks for the page that a cursor leads to, of so many rows at most. */
export type Ask = (cursor: string, limit: number) => Promise<Page>;

/** The most that the API gives at once. */
const PAGE = 100;
/** So many rows before the end of what is loaded, more is asked for. */
const AHEAD = 60;

/** What one list has loaded below the page's own rows. It outlives its page, so that who comes back finds the place again. */
export class LongList {
  #shown: Shown = { ...NOTHING_LOADED, status: "quiet", ticked: new Set() };
  readonly #listeners = new Set<() => void>();
  #ask: Ask | undefined;
  /** The end of the page's own rows. */
  #head: string | undefined;
  /** The one that what is loaded begins after; it is another one once new rows have come in above. */
  #joined: string | undefined;
  /** The first row of all, which stays known when its page is let go. */
  #first: string | undefined;
  /** In pixels, as it was measured last. */
  rowHeight: number | undefined;
  /** How far the page was scrolled, in pixels, and in which entry of the browser's history. */
  place = 0;
  visit: string | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly shown = (): Shown => this.#shown;

  /** The page says how to ask, and where its own rows end. */
  follow(ask: Ask, head: string): void {
    this.#ask = ask;
    this.#head = head;
    if (this.#shown.status === "quiet") this.#join();
  }

  /** Tries again what could not be loaded. */
  retry(): void {
    if (this.#shown.status !== "failed") return;
    this.#put({ status: "quiet" });
    this.#join();
  }

  /** Rows from one place up to another are in sight: loads what is missing of them, and goes on before its end. */
  near(from: number, to: number): void {
    const kept = withoutFar(this.#shown, from, to);
    if (kept !== this.#shown) this.#put(kept);
    if (this.#shown.status !== "quiet" || this.#join()) return;
    const missing = missingIn(this.#shown, from - AHEAD, to + AHEAD);
    const { next, count } = this.#shown;
    if (missing !== undefined) void this.#load(missing.cursor, withNews, missing.length);
    else if (next !== null && to > count - AHEAD) void this.#load(next, withNext);
  }

  tick(id: string, isTicked: boolean): void {
    const ticked = new Set(this.#shown.ticked);
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
    this.#put({ ticked });
  }

  /** Loads what stands between the page's own rows and those that are loaded, if anything does. @return Whether it has to. */
  #join(): boolean {
    const head = this.#head;
    if (head === undefined || head === this.#joined) return false;
    void this.#load(head, (loaded, cursor, page) => {
      this.#joined = head;
      return withPushed(loaded, cursor, page, this.#first);
    });
    return true;
  }

  /** One at a time: each is joined to what it was asked for. */
  async #load(
    cursor: string,
    join: (loaded: Loaded, cursor: string, page: Page) => Loaded,
    limit = PAGE,
  ): Promise<void> {
    if (this.#ask === undefined) return;
    this.#put({ status: "asking" });
    try {
      const page = await this.#ask(cursor, limit);
      const { parts, count, next } = join(this.#shown, cursor, page);
      this.#first = parts[0]?.works?.[0]?.id ?? this.#first;
      this.#put({ parts, count, next, status: "quiet" });
    } catch {
      this.#put({ status: "failed" });
    }
  }

  #put(changes: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

let last: { address: string; list: LongList } | undefined;

/** The list at an address. Only the last one is kept. */
export function longListOf(address: string): LongList {
  if (last?.address !== address) last = { address, list: new LongList() };
  return last.list;
}
