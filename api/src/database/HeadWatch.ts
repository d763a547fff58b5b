/** How long it waits before it looks again: while it hears of moves, only in case that it missed one. */
const HEARING_MS = 500;
const DEAF_MS = 50;

interface Waiter {
  block: number;
  done(reached: boolean): void;
}

/**
 * Waits for the index to reach blocks. However many wait, it looks once when it hears that the index has moved; while it
 * cannot hear, twenty times a second and no more; and not at all when nobody waits.
 */
export class HeadWatch {
  readonly #readNumber: () => Promise<number>;
  readonly #isHearing: () => boolean;
  readonly #waiters = new Set<Waiter>();
  #looking = false;
  #isWoken = false;
  #wakeUp: (() => void) | undefined;

  /** @param isHearing Whether {@link wake} is called when the index moves. */
  constructor(readNumber: () => Promise<number>, isHearing: () => boolean = () => false) {
    this.#readNumber = readNumber;
    this.#isHearing = isHearing;
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
      // It may have come since the caller looked, and before it is looked next.
      else this.wake();
    });
  }

  /** The index has moved. */
  wake(): void {
    this.#isWoken = true;
    this.#wakeUp?.();
  }

  async #look(): Promise<void> {
    this.#looking = true;
    while (this.#waiters.size > 0) {
      this.#isWoken = false;
      // An index that is away may come back in time: whoever waits finds out at the end.
      const number = await this.#readNumber().catch(() => -1);
      for (const waiter of [...this.#waiters]) if (waiter.block <= number) waiter.done(true);
      if (this.#waiters.size > 0 && !this.#isWoken) await this.#rest();
    }
    this.#looking = false;
  }

  async #rest(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#wakeUp = resolve;
      timer = setTimeout(resolve, this.#isHearing() ? HEARING_MS : DEAF_MS);
    });
    clearTimeout(timer);
    this.#wakeUp = undefined;
  }
}
