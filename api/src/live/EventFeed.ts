import { isPassing } from "../background.ts";
import type { Head, IndexReader, Snapshot } from "../database/IndexReader.ts";
import type { Db } from "../database/pools.ts";
import { logProblem } from "../log.ts";
import { type Behind, catchUp } from "./catchUp.ts";
import { toLiveEvent } from "./event.ts";
import { eventFrame, headFrame, openingFrame, positionFrame, resetFrame, voidFrame } from "./frames.ts";
import { type Deliveries, Hub } from "./Hub.ts";
import { END_OF_BLOCK, formatPosition, type Place, type Position, placeOf, samePlace } from "./position.ts";
import { Recent, type Told } from "./Recent.ts";
import { type EventRow, readEventsAfter, readHashes, readLastEvents } from "./readEvents.ts";
import type { Stream } from "./Stream.ts";
import type { Topic } from "./topics.ts";

/** How many events are read at a time. */
const BATCH = 1_000;
const FIRST = 2_000;
/** How soon a client is to come back when its connection was lost. */
const RETRY_MS = 1_000;

/** What has happened since it was last told. */
interface News {
  head: Head;
  /** How many of the recent blocks still are. */
  kept: number;
  rows: EventRow[];
}

/**
 * Tells streams what happens: one read of what is new, however many listen. Blocks are told as wholes, in their order, and a
 * stream joins between two of them, so that it neither misses nor doubles an event.
 */
export class EventFeed {
  readonly #index: IndexReader;
  readonly #hub: Hub;
  readonly #recent = new Recent();
  #head: Head | undefined;
  #isStale = false;
  #running: Promise<void> | undefined;

  /** @param limit How many streams it serves at a time. */
  constructor(index: IndexReader, limit: number) {
    this.#index = index;
    this.#hub = new Hub(limit);
  }

  /** How many streams there are. */
  get size(): number {
    return this.#hub.size;
  }

  /**
   * A stream about some topics, from now on or from where a client was.
   * @throws ProblemError if there are too many, or the index cannot be read
   */
  async open(topics: ReadonlySet<Topic>, from?: Position): Promise<Stream> {
    const stream = this.#hub.open(topics);
    try {
      if (this.#head === undefined) {
        await this.wake();
        // Says why nothing is known yet.
        if (this.#head === undefined) await this.#index.read(async () => undefined);
      }
      stream.push([openingFrame(from ? undefined : this.#recent.id, RETRY_MS)]);
    } catch (error) {
      stream.end();
      throw error;
    }
    if (from === undefined) this.#join(stream);
    else void catchUp(this.#behind, stream, from);
    return stream;
  }

  /** There may be something new. Resolves when it is told, or could not be read. */
  wake(): Promise<void> {
    this.#isStale = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Shows clients, and what lies between, that this is alive, and from where to go on. */
  async beat(): Promise<void> {
    const deliveries: Deliveries = new Map();
    this.#hub.addressAll(deliveries, positionFrame(this.#recent.id));
    await this.#hub.deliver(deliveries);
  }

  /** Ends all streams. */
  close(): void {
    this.#hub.close();
  }

  /** What a stream that catches up is given to do so. */
  get #behind(): Behind {
    return {
      index: this.#index,
      recent: this.#recent,
      wake: () => this.wake(),
      toTold: (row) => this.#toTold(row),
      join: (stream) => this.#join(stream),
    };
  }

  #join(stream: Stream): void {
    if (this.#head && stream.topics.has("head")) stream.push([headFrame(this.#head)]);
    this.#hub.join(stream);
  }

  async #run(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      try {
        const news = await this.#index.read((snapshot) => this.#look(snapshot));
        if (news === undefined) continue;
        // All of it in one turn, so that whoever joins finds either all or nothing of it told.
        const deliveries: Deliveries = new Map();
        this.#take(news, deliveries);
        await this.#hub.deliver(deliveries);
        if (news.rows.length === BATCH) this.#isStale = true;
      } catch (error) {
        // It is tried again soon; `/health/ready` says what is wrong.
        if (!isPassing(error)) logProblem("failed to read what happened", error);
        return;
      }
    }
  }

  /** Undefined while the index is behind what was told: one that replaces another may be, for a moment. */
  async #look({ head, db }: Snapshot): Promise<News | undefined> {
    const { places, position } = this.#recent;
    const kept = await countKept(db, head, places);
    if (kept === undefined) return undefined;
    const last = places[kept - 1];
    if (position === undefined || last === undefined)
      return { head, kept: 0, rows: await readLastEvents(db, FIRST) };
    const from = kept === places.length ? position : { block: last.block, logIndex: END_OF_BLOCK };
    return { head, kept, rows: await readEventsAfter(db, from, BATCH) };
  }

  #take({ head, kept, rows }: News, deliveries: Deliveries): void {
    const before = this.#recent.places.length;
    this.#recent.cut(kept);
    const last = this.#recent.places.at(-1);
    if (last === undefined && (before > 0 || this.#head === undefined)) {
      this.#begin(rows);
      const reset = resetFrame(this.#recent.id, "The chain is another one.");
      if (before > 0) this.#hub.addressAll(deliveries, reset);
    } else {
      if (kept < before && last)
        this.#hub.addressAll(deliveries, voidFrame(this.#recent.id ?? "", last.block));
      for (const { nodes, frame } of this.#note(rows))
        this.#hub.address(deliveries, ["protocol", ...nodes], frame);
    }
    if (head.hash !== this.#head?.hash) this.#hub.address(deliveries, ["head"], headFrame(head));
    this.#head = head;
  }

  /** Nobody is told what was there before anybody asked. */
  #begin(rows: readonly EventRow[]): void {
    this.#note(rows);
    // The first of these blocks may have had more events than were read.
    if (rows.length === FIRST) this.#recent.forgetFirst();
  }

  #note(rows: readonly EventRow[]): Told[] {
    const told: Told[] = [];
    for (const [number, ofBlock] of Map.groupBy(rows, ({ block }) => block)) {
      const events = ofBlock.map((row) => this.#toTold(row));
      const last = ofBlock.at(-1);
      if (last)
        this.#recent.add({
          place: placeOf(Number(number), last.hash),
          lastLogIndex: last.logIndex,
          events,
        });
      told.push(...events);
    }
    return told;
  }

  #toTold(row: EventRow): Told {
    const place = placeOf(Number(row.block), row.hash);
    const ancestors = this.#recent.ancestorsOf(place.block);
    const id = formatPosition({ ...place, logIndex: row.logIndex, ancestors });
    return { logIndex: row.logIndex, nodes: row.nodes, frame: eventFrame(toLiveEvent(row, id)) };
  }
}

/** How many of these blocks, from the first on, still are; undefined if the index has not come as far as they go. */
async function countKept(db: Db, head: Head, places: readonly Place[]): Promise<number | undefined> {
  const last = places.at(-1);
  if (last === undefined) return 0;
  const isKept = (hashes: ReadonlyMap<number, string>) => (place: Place) =>
    samePlace(place, placeOf(place.block, hashes.get(place.block) ?? ""));
  if (isKept(await readHashes(db, [last.block]))(last)) return places.length;
  const reached = places.filter(({ block }) => block <= head.number);
  const hashes = await readHashes(
    db,
    reached.map(({ block }) => block),
  );
  const kept = reached.findIndex((place) => !isKept(hashes)(place));
  return kept >= 0 ? kept : undefined;
}
