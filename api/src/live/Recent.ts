import type { Hex } from "viem";
import { ANCESTORS, formatPosition, type Place, type Position, samePlace } from "./position.ts";

/** An event as it is told. */
export interface Told {
  logIndex: number;
  nodes: readonly Hex[];
  frame: Uint8Array;
}

interface RecentBlock {
  place: Place;
  lastLogIndex: number;
  /** Null if they are no longer, or not wholly, kept. */
  events: Told[] | null;
}

/** As many blocks as no chain reorganises without that the index is built anew. */
const BLOCKS = 300;
/** Of how many events the frames are kept, some two megabytes. */
const EVENTS = 4_000;

/** The last blocks with events: what a client that comes back has most likely missed, and what a reorganisation can undo. */
export class Recent {
  #blocks: RecentBlock[] = [];

  get places(): Place[] {
    return this.#blocks.map(({ place }) => place);
  }

  /** After the last event of all; undefined before there is one. */
  get position(): Position | undefined {
    const last = this.#blocks.at(-1);
    if (last === undefined) return undefined;
    const { place, lastLogIndex: logIndex } = last;
    return { ...place, logIndex, ancestors: this.ancestorsOf(place.block) };
  }

  get id(): string | undefined {
    const { position } = this;
    return position && formatPosition(position);
  }

  /** Blocks at growing distances before this one, as far back as is known. */
  ancestorsOf(block: number): Place[] {
    const later = this.#blocks.findLastIndex(({ place }) => place.block < block) + 1;
    return ANCESTORS.flatMap((distance) => this.#blocks[later - distance]?.place ?? []);
  }

  /** Adds a block, or more events of the last one. */
  add(block: RecentBlock): void {
    const last = this.#blocks.at(-1);
    if (last && samePlace(last.place, block.place)) {
      last.lastLogIndex = block.lastLogIndex;
      last.events = last.events && block.events && [...last.events, ...block.events];
    } else this.#blocks.push(block);
    this.#blocks = this.#blocks.slice(-BLOCKS);
    let kept = 0;
    for (const each of this.#blocks.toReversed()) {
      kept += each.events?.length ?? 0;
      if (kept > EVENTS) each.events = null;
    }
  }

  /** Forgets all blocks but the first `count`. */
  cut(count: number): void {
    this.#blocks = this.#blocks.slice(0, count);
  }

  /** The first block is not wholly known. */
  forgetFirst(): void {
    const [first] = this.#blocks;
    if (first) first.events = null;
  }

  /** What was told after a position; undefined if that is not known here, or more than `limit` events. */
  after(position: Omit<Position, "ancestors">, limit: number): Told[] | undefined {
    const at = this.#blocks.findIndex(({ place }) => samePlace(place, position));
    const [block, ...later] = at < 0 ? [] : this.#blocks.slice(at);
    if (block === undefined) return undefined;
    const told = [
      block.lastLogIndex > position.logIndex ? block.events : [],
      ...later.map(({ events }) => events),
    ];
    if (told.includes(null)) return undefined;
    const missed = told.flatMap((events, i) =>
      (events ?? []).filter(({ logIndex }) => i > 0 || logIndex > position.logIndex),
    );
    return missed.length > limit ? undefined : missed;
  }
}
