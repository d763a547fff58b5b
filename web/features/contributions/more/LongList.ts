import {
  type Loaded,
  missingIn,
  NOTHING_LOADED,
  type Page,
  partAt,
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

/** Asks for the page that a cursor leads to. */
export type Ask = (cursor: string) => Promise<Page>;

/** How often rows in sight are asked for again, at most: with each block would be each second on a local chain. */
const REST_MS = 4_000;
/** So many rows before the end of what is loaded, more is asked for. */
const AHEAD = 60;

/** What one list has loaded below the page's own rows. It outlives its page, so that who comes back finds the place again. */
export class LongList {
  #shown: Shown = { ...NOTHING_LOADED, status: "quiet", ticked: new Set() };
  readonly #listeners = new Set<() => void>();
  #ask: Ask | undefined;
  /** The end of the page's own rows. */
  #head: string | undefined;
  /** The first row of all, which stays known when its page is let go. */
  #first: string | undefined;
  #renewed = Number.NEGATIVE_INFINITY;
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
    const moved = this.#head !== head;
    this.#ask = ask;
    this.#head = head;
    if (moved && this.#shown.count > 0)
      void this.#load(head, (loaded, cursor, page) => withPushed(loaded, cursor, page, this.#first));
  }

  /** Loads the first page, unless it is there. */
  begin(): void {
    if (this.#shown.count === 0) this.#more();
  }

  /** Tries again what could not be loaded, as soon as it is in sight. */
  retry(): void {
    if (this.#shown.status === "failed") this.#put({ status: "quiet" });
    if (this.#shown.count === 0) this.#more();
  }

  /** Rows from one place up to another are in sight: loads what is missing of them, and goes on before its end. */
  near(from: number, to: number): void {
    const kept = withoutFar(this.#shown, from, to);
    if (kept !== this.#shown) this.#put(kept);
    if (this.#shown.status !== "quiet") return;
    const missing = missingIn(this.#shown, from - AHEAD, to + AHEAD);
    if (missing !== undefined) void this.#load(missing.cursor, withNews);
    else if (to > this.#shown.count - AHEAD) this.#more();
  }

  /** Asks again for the page with the row at this place. */
  renew(place: number): void {
    const part = partAt(this.#shown, place);
    const now = performance.now();
    if (part === undefined || this.#shown.status === "asking" || now < this.#renewed + REST_MS) return;
    this.#renewed = now;
    // What is shown stays, if it cannot be had.
    void this.#load(part.cursor, withNews, this.#shown.status);
  }

  tick(id: string, isTicked: boolean): void {
    const ticked = new Set(this.#shown.ticked);
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
    this.#put({ ticked });
  }

  #more(): void {
    const { count, next, status } = this.#shown;
    const cursor = count === 0 ? this.#head : next;
    if (cursor && status !== "asking") void this.#load(cursor, withNext);
  }

  async #load(
    cursor: string,
    join: (loaded: Loaded, cursor: string, page: Page) => Loaded,
    otherwise: Shown["status"] = "failed",
  ): Promise<void> {
    if (this.#ask === undefined) return;
    this.#put({ status: "asking" });
    try {
      const page = await this.#ask(cursor);
      const { parts, count, next } = join(this.#shown, cursor, page);
      this.#first = parts[0]?.works?.[0]?.id ?? this.#first;
      this.#put({ parts, count, next, status: "quiet" });
    } catch {
      this.#put({ status: otherwise });
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
