import { setImmediate as turn } from "node:timers/promises";
import { ProblemError } from "../http/errors.ts";
import { Stream } from "./Stream.ts";
import type { Topic } from "./topics.ts";

/** So many streams are written to before other work has its turn. */
const SLICE = 100;

/** What each stream is to be told. */
export type Deliveries = Map<Stream, Uint8Array[]>;

/** The streams of one copy of the API, by what they are about. */
export class Hub {
  readonly #limit: number;
  readonly #streams = new Set<Stream>();
  readonly #followers = new Map<Topic, Set<Stream>>();
  #isClosed = false;

  /** @param limit How many it serves at a time. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#streams.size;
  }

  /**
   * A stream that is told nothing yet.
   * @throws ProblemError if there is no room
   */
  open(topics: ReadonlySet<Topic>): Stream {
    if (this.#isClosed) throw new ProblemError(503, "This API is stopping. Try again in a moment.");
    if (this.#streams.size >= this.#limit)
      throw new ProblemError(
        503,
        `There are ${this.#limit} streams already, all that one copy of this API serves. Try again later.`,
      );
    const stream = new Stream(topics, (ended) => this.#forget(ended));
    this.#streams.add(stream);
    return stream;
  }

  /** From now on the stream is told what comes. */
  join(stream: Stream): void {
    if (!this.#streams.has(stream)) return; // it has ended meanwhile
    for (const topic of stream.topics) {
      const followers = this.#followers.get(topic) ?? new Set();
      this.#followers.set(topic, followers.add(stream));
    }
  }

  /** Notes a frame for all who follow one of these topics, once each. */
  address(deliveries: Deliveries, topics: Iterable<Topic>, frame: Uint8Array): void {
    const told = new Set<Stream>();
    for (const topic of topics)
      for (const stream of this.#followers.get(topic) ?? []) {
        if (told.has(stream)) continue;
        told.add(stream);
        const frames = deliveries.get(stream);
        if (frames) frames.push(frame);
        else deliveries.set(stream, [frame]);
      }
  }

  addressAll(deliveries: Deliveries, frame: Uint8Array): void {
    this.address(deliveries, this.#followers.keys(), frame);
  }

  /** Hands out what was noted. Whoever joins meanwhile has it from elsewhere. */
  async deliver(deliveries: Deliveries): Promise<void> {
    let written = 0;
    for (const [stream, frames] of deliveries) {
      stream.push(frames);
      written += 1;
      if (written % SLICE === 0) await turn();
    }
  }

  /** Ends all streams; clients come back to another copy, or later. */
  close(): void {
    this.#isClosed = true;
    for (const stream of [...this.#streams]) stream.end();
  }

  #forget(stream: Stream): void {
    this.#streams.delete(stream);
    for (const topic of stream.topics) {
      const followers = this.#followers.get(topic);
      followers?.delete(stream);
      if (followers?.size === 0) this.#followers.delete(topic);
    }
  }
}
