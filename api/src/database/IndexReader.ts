import { block } from "@azora/indexer/schema";
import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import type { Hex } from "viem";
import type { Verdict } from "../audit/verdict.ts";
import { ProblemError } from "../http/errors.ts";
import { VERSION } from "../version.ts";
import { indexBuild } from "./build.ts";
import { HeadWatch } from "./HeadWatch.ts";
import type { IndexListener } from "./IndexListener.ts";
import { ask, type Db, readAfter } from "./pools.ts";
import { audit, evidenceRoom } from "./tables.ts";

/** The block that the index has reached. */
export interface Head {
  number: number;
  hash: Hex;
  /** In seconds. */
  timestamp: number;
}

/** What the auditor last said: the ledger that it proved, or that something is wrong. */
export interface Verified {
  proven: Verdict["proven"];
  faults: number;
}

/** The index as of one block: everything that is read from it belongs together. */
export interface Snapshot {
  head: Head;
  /** An entity tag (RFC 9110, 8.8.3) of whatever is read: of all that answers follow from, beside the request. */
  tag: string;
  /** Up to which size of the ledger the auditor has proven the index; undefined before it has said anything. */
  verified: Verified | undefined;
  db: Db;
}

/** Which block a read waits for, and how long; as long as it can be without that. */
export interface Wait {
  minBlock?: number | undefined;
  waitMs?: number;
}

/** The snapshot is too old for what was asked; a later one may do. */
class Behind extends Error {
  override name = "Behind";
}

/** Reads the index, each time as of one block. */
export class IndexReader {
  readonly #pool: Pool;
  readonly #watch: HeadWatch;
  /** Ends once the query for the head that is under way has ended, whichever way. */
  #present: Promise<unknown> | undefined;
  /** The one after it, for which somebody waits. */
  #next: Promise<Present> | undefined;
  /** How long a read waits for its block at the most. */
  readonly waitMs: number;

  /** @param listener Hears when the index moves; without it the index is asked. */
  constructor(pool: Pool, listener?: IndexListener, waitMs = 10_000) {
    this.#pool = pool;
    this.waitMs = waitMs;
    this.#watch = new HeadWatch(
      async () => (await this.read(async ({ head }) => head)).number,
      () => listener?.isListening ?? false,
    );
    listener?.onMove(() => this.#watch.wake());
  }

  /**
   * Runs `work` in one read-only transaction whose snapshot has reached `minBlock`, for which it waits.
   *
   * Nothing keeps a connection while it waits, so callers who ask for blocks far ahead cost a timer each.
   */
  async read<T>(
    work: (snapshot: Snapshot) => Promise<T>,
    { minBlock = 0, waitMs = this.waitMs }: Wait = {},
  ): Promise<T> {
    const deadline = performance.now() + waitMs;
    for (;;) {
      try {
        return await this.#readOnce(work, minBlock);
      } catch (error) {
        if (!(error instanceof Behind)) throw error;
        const rest = deadline - performance.now();
        if (!(await this.#watch.reaches(minBlock, rest)))
          throw new ProblemError(
            504,
            `The index did not reach block ${minBlock} within ${waitMs / 1_000} seconds.`,
          );
      }
    }
  }

  #readOnce<T>(work: (snapshot: Snapshot) => Promise<T>, minBlock: number): Promise<T> {
    // The head comes first: it fixes the snapshot, and holds the view that the indexer replaces first when it has built
    // anew, so that it replaces none while this transaction reads.
    return readAfter<HeadRow, T>(this.#pool, HEAD, async (rows, db) => {
      const present = presentOf(rows);
      if (present.head.number < minBlock) throw new Behind();
      return work({ ...present, db });
    });
  }

  /** The head that the index has at some moment after this call. All who ask meanwhile share one query. */
  now(): Promise<Present> {
    // The query that is under way may have looked before this call.
    this.#next ??= (this.#present ?? Promise.resolve()).then(async () => {
      this.#next = undefined;
      const asked = ask<HeadRow>(this.#pool, HEAD).then(presentOf);
      this.#present = asked.then(
        () => undefined,
        () => undefined,
      );
      return asked;
    });
    return this.#next;
  }
}

/** What there is to know of the index before anything is read of it. */
export type Present = Omit<Snapshot, "db">;

interface HeadRow {
  number: string;
  hash: Hex;
  timestamp: string;
  build: string;
  revision: string;
  verified: Verified | null;
}

/** Without parameters, so that it can follow the beginning of a transaction in the same message. */
const HEAD = new PgDialect().sqlToQuery(sql`
  SELECT ${block.number}, ${block.hash}, ${block.timestamp},
    ${indexBuild} AS build,
    (SELECT ${evidenceRoom.revision} FROM ${evidenceRoom}) AS revision,
    (SELECT json_build_object('proven', ${audit.proven}, 'faults', ${audit.faults}) FROM ${audit}) AS verified
  FROM ${block} ORDER BY ${block.number} DESC LIMIT 1`).sql;

function presentOf([row]: readonly HeadRow[]): Present {
  if (row === undefined) throw new ProblemError(503, "The index has no block yet. Try again in a moment.");
  const { number, hash, timestamp, build, revision, verified } = row;
  return {
    head: { number: Number(number), hash, timestamp: Number(timestamp) },
    tag: `W/"${VERSION}.${build}.${hash.slice(2, 18)}.${revision}"`,
    verified: verified ?? undefined,
  };
}
