const POLL_MS = 50;

interface Waiter {
  block: number;
  done(reached: boolean): void;
}

/**
 * Waits for the index to reach blocks. However many wait, it looks twenty times a second and no more, and not at all when
 * nobody waits; so it needs no connection of its own that would have to be kept alive.
 */
export class HeadWatch {
  readonly #readNumber: () => Promise<number>;
  readonly #waiters = new Set<Waiter>();
  #looking = false;

  constructor(readNumber: () => Promise<number>) {
    this.#readNumber = readNumber;
  }

  /** Whether the index came to this block within so many milliseconds. */
  reaches(block: number, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.done(false), Math.max(0, ms));
      const waiter: Waiter = {
        block,
        done: (reached) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(reached);
        },
      };
      this.#waiters.add(waiter);
      if (!this.#looking) void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.#looking = true;
    while (this.#waiters.size > 0) {
      // An index that is away may come back in time: whoever waits finds out at the end.
      const number = await this.#readNumber().catch(() => -1);
      for (const waiter of [...this.#waiters]) if (waiter.block <= number) waiter.done(true);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    this.#looking = false;
  }
}
