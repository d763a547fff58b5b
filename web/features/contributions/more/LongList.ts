import { cursorOf, type Loaded, NOTHING_LOADED, type Page, withNews, withNext, withPushed } from "./pages.ts";

export interface Shown extends Loaded {
  /** Whether the reader has asked for more. */
  isOn: boolean;
  status: "quiet" | "asking" | "failed";
  /** Works that are ticked, whether or not their rows are there. */
  ticked: ReadonlySet<string>;
}

/** Asks for the page that a cursor leads to. */
export type Ask = (cursor: string) => Promise<Page>;

/** How often rows in sight are asked for again, at most: with each block would be each second on a local chain. */
const REST_MS = 4_000;

/** What one list has loaded below the page's own rows. It outlives its page, so that who comes back finds the place again. */
export class LongList {
  #shown: Shown = { ...NOTHING_LOADED, isOn: false, status: "quiet", ticked: new Set() };
  readonly #listeners = new Set<() => void>();
  #ask: Ask | undefined;
  /** The end of the page's own rows. */
  #head: string | undefined;
  #renewed = Number.NEGATIVE_INFINITY;
  /** In pixels, as it was measured last. */
  rowHeight: number | undefined;

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
    if (moved && this.#shown.works.length > 0) void this.#load(head, withPushed);
  }

  begin(): void {
    this.#put({ isOn: true });
    if (this.#shown.works.length === 0) this.more();
  }

  /** Loads the next page, unless one is on its way or there is none. */
  more(): void {
    const { works, next } = this.#shown;
    const cursor = works.length === 0 ? this.#head : next;
    if (cursor && this.#shown.status !== "asking") void this.#load(cursor, withNext);
  }

  /** Asks again for the page with the row at this place. */
  renew(place: number): void {
    const cursor = cursorOf(this.#shown, place);
    const now = performance.now();
    if (cursor === undefined || this.#shown.status === "asking" || now < this.#renewed + REST_MS) return;
    this.#renewed = now;
    // What is shown stays, if it cannot be had.
    void this.#load(cursor, withNews, "quiet");
  }

  tick(id: string, isTicked: boolean): void {
    const ticked = new Set(this.#shown.ticked);
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
    this.#put({ ticked });
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
      this.#put({ ...join(this.#shown, cursor, page), status: "quiet" });
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
