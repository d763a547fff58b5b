import type { IndexReader } from "../database/IndexReader.ts";
import type { Db } from "../database/pools.ts";
import { ProblemError } from "../http/errors.ts";
import { positionFrame, resetFrame, voidFrame } from "./frames.ts";
import { END_OF_BLOCK, formatPosition, type Position, placeOf, samePlace } from "./position.ts";
import type { Recent, Told } from "./Recent.ts";
import { type EventRow, readEventsAfter, readHashes } from "./readEvents.ts";
import type { Stream } from "./Stream.ts";

const BATCH = 500;
/** Who missed more than a hundred thousand events is quicker to read anew what it shows. */
const BATCHES = 200;

/** What a feed lends a stream that is behind. */
export interface Behind {
  index: IndexReader;
  recent: Recent;
  /** Has the feed come up to date. */
  wake(): Promise<void>;
  toTold(row: EventRow): Told;
  /** From now on the stream is told what comes. */
  join(stream: Stream): void;
}

/**
 * Tells a stream what it has missed since a position, at the pace at which its client reads, and joins it to the others as
 * soon as the rest is known in memory. A position on blocks that are no more is taken back to one that still is.
 */
export async function catchUp(behind: Behind, stream: Stream, from: Position): Promise<void> {
  try {
    await follow(behind, stream, from);
  } catch (error) {
    // The client comes back with the last id that it read.
    stream.end(error instanceof Error ? error : new Error(String(error)));
  }
}

async function follow(behind: Behind, stream: Stream, from: Position): Promise<void> {
  const { index, recent } = behind;
  let position = from;
  for (let batch = 0; stream.isOpen; batch += 1) {
    const told = recent.after(position, BATCH);
    if (told !== undefined) return finish(behind, stream, framesFor(stream, told));
    // Another copy may have told of a block that the index, as this one sees it, has yet to reach.
    if (batch === 0) await index.read(async () => undefined, { minBlock: position.block }).catch(unlessLate);
    const step = await index.read(({ db }) => stepFrom(db, position));
    if (step === undefined || batch === BATCHES) {
      const reason = step ? "Too much has happened since." : "The chain is another one.";
      return finish(behind, stream, [resetFrame(recent.id, reason)]);
    }
    if (step.isVoid) stream.push([voidFrame(formatPosition(step.position), step.position.block)]);
    stream.push(framesFor(stream, step.rows.map(behind.toTold)));
    // There may be nothing after it, which the feed has yet to see.
    if (step.rows.length === 0) await behind.wake();
    position = endOf(step);
    await stream.room();
  }
}

/** Tells the rest, and where that leads. */
function finish({ recent, join }: Behind, stream: Stream, frames: readonly Uint8Array[]): void {
  stream.push([...frames, positionFrame(recent.id)]);
  join(stream);
}

const framesFor = ({ topics }: Stream, told: readonly Told[]): Uint8Array[] =>
  told
    .filter(({ nodes }) => topics.has("protocol") || nodes.some((node) => topics.has(node)))
    .map(({ frame }) => frame);

function unlessLate(error: unknown): void {
  if (!(error instanceof ProblemError && error.status === 504)) throw error;
}

interface Step {
  position: Position;
  /** Whether what was told after the position is void. */
  isVoid: boolean;
  rows: EventRow[];
}

const endOf = ({ position, rows }: Step): Position => {
  const last = rows.at(-1);
  return last === undefined
    ? position
    : { ...placeOf(Number(last.block), last.hash), logIndex: last.logIndex, ancestors: [] };
};

/** The next events after a position, or after the last of its ancestors that still is one. Undefined if none is. */
async function stepFrom(db: Db, position: Position): Promise<Step | undefined> {
  const known = [position, ...position.ancestors];
  const hashes = await readHashes(
    db,
    known.map(({ block }) => block),
  );
  const kept = known.find((place) => samePlace(place, placeOf(place.block, hashes.get(place.block) ?? "")));
  if (kept === undefined) return undefined;
  const isVoid = kept !== position;
  const from = isVoid ? { ...kept, logIndex: END_OF_BLOCK, ancestors: [] } : position;
  return { position: from, isVoid, rows: await readEventsAfter(db, from, BATCH) };
}
