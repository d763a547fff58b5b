import { setTimeout as sleep } from "node:timers/promises";
import { type FeedMessage, followEvents } from "@azora/sdk/api";
import type { Random } from "../lockstep/random.ts";

/** `block.logIndex` */
type Place = string;

/** Somebody who follows all events, loses the connection now and then, and goes on where it was. */
export class Listener {
  readonly #apiUrl: string;
  readonly #random: Random | undefined;
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #lastEventId: string | undefined;
  /** Whatever is told comes after it; nothing before the first position was told. */
  #since: Place | undefined;
  #isAwaitingPlace = true;
  places: Place[] = [];
  voids = 0;
  resets = 0;
  resumed = 0;

  /** @param random When it loses its connection; never without it. */
  constructor(apiUrl: string, random?: Random) {
    this.#apiUrl = apiUrl;
    this.#random = random;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  get since(): Place | undefined {
    return this.#since;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const once = new AbortController();
      const signal = AbortSignal.any([once.signal, this.#stop.signal]);
      const leave = this.#random
        ? sleep(500 + this.#random.below(3_000), undefined, { signal }).then(
            () => once.abort(),
            () => undefined,
          )
        : undefined;
      await this.#listen(signal);
      once.abort();
      await leave;
      if (!this.#stop.signal.aborted) this.resumed += 1;
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const options = {
      signal,
      retryMs: 100,
      onPosition: (id: string) => this.#note(id),
      ...(this.#lastEventId !== undefined && { lastEventId: this.#lastEventId }),
    };
    for await (const message of followEvents(this.#apiUrl, ["protocol"], options)) this.#take(message);
  }

  #note(id: string): void {
    this.#lastEventId = id;
    if (!this.#isAwaitingPlace) return;
    const [block, , rest = ""] = id.split(".");
    this.#since = `${block}.${Number.parseInt(rest, 10)}`;
    this.#isAwaitingPlace = false;
  }

  #take(message: FeedMessage): void {
    if (message.type === "event") {
      this.places.push(`${message.event.block.number}.${message.event.logIndex}`);
    } else if (message.type === "void") {
      this.voids += 1;
      this.places = this.places.filter((place) => Number(place.split(".")[0]) <= message.after);
      // What was there before it came may be void as well.
      const start = Number(this.#since?.split(".")[0] ?? 0);
      if (start > message.after) this.#since = `${message.after}.${Number.MAX_SAFE_INTEGER}`;
    } else if (message.type === "reset") {
      this.resets += 1;
      this.places = [];
      this.#isAwaitingPlace = true;
    }
  }
}
