import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { LRUCache } from "lru-cache";
import type { IndexReader, Snapshot } from "../database/IndexReader.ts";
import { VERIFIED_HEADER, verifiedHeader } from "./answers.ts";
import { isAmong } from "./caching.ts";

/** A larger one is asked for too rarely to take the place of others. */
const MAX_ANSWER = 524_288;
/** Questions that were asked once: a second one of the same block shows that an answer is worth its place. */
const ASKED_ONCE = 4_096;
/** What an answer says beside its body that follows from the index as well. */
const KEPT_HEADERS = [
  "Content-Type",
  "ETag",
  "Azora-Block",
  VERIFIED_HEADER,
  "Cache-Control",
  "Vary",
] as const;

const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/;

/** What an entry takes beside its body: its key, its state, its headers and the objects that hold them. */
const ENTRY = 2_048;

/** Questions can be long; their hashes are not. */
const keyOf = (question: string): string => createHash("sha256").update(question).digest("base64");

/** Everything that answers follow from, beside the request. */
export const stateOf = ({ tag, verified }: Pick<Snapshot, "tag" | "verified">): string =>
  stateBy(tag, verifiedHeader(verified));

/** By what an answer's headers say. */
const stateBy = (tag: string, verified: string | null | undefined): string => `${tag} ${verified ?? ""}`;

/** Of others who ask the same; after that each reads by itself. */
const MOST_WAITS = 2;
const WAITS_FOR_BLOCK = /[?&]minBlock=/;

export interface Answer {
  readonly response: Response;
  readonly isKept?: boolean;
}

/** What was read anew. */
export interface Anew extends Answer {
  readonly isKept?: false;
  /** What the answer follows from beside the question, if it is a good one. */
  readonly state: string | undefined;
}

interface Kept {
  readonly state: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Answers that hold as of the present block. Whether they still do, the database is asked each time, with one small query
 * that all share who wait for it: so no answer is older than one that would be read anew, and none of it rests on
 * notifications. Worst case: memory, which is bounded.
 */
export class AnswerCache {
  readonly #index: IndexReader;
  readonly #bytes: number;
  readonly #kept: LRUCache<string, Kept>;
  readonly #asked = new LRUCache<string, string>({ max: ASKED_ONCE });
  /** What is read anew at present, with how many wait to see whether they can have the same. */
  readonly #underWay = new Map<string, { end: Promise<void>; others: number }>();

  /** @param bytes About how much is kept; 0 keeps nothing. */
  constructor(index: IndexReader, bytes: number) {
    this.#index = index;
    this.#bytes = bytes;
    this.#kept = new LRUCache({
      maxSize: Math.max(bytes, 1),
      maxEntrySize: Math.min(MAX_ANSWER, Math.max(bytes, 1)),
      // Of a body a character is at most two bytes.
      sizeCalculation: ({ body }) => ENTRY + 2 * body.length,
    });
  }

  /**
   * Answers a question: with what is kept if it holds now, else by reading it anew. Where the same is being read already it
   * is waited for, for a block that comes makes many ask the same at once; whether that answer holds for who waited is asked
   * as of any other.
   */
  async answer(question: string, read: () => Promise<Anew>): Promise<Answer> {
    if (this.#bytes === 0) return read();
    const key = keyOf(question);
    // Two who wait for a block must not wait for each other as well: each waits as long as it was told it would.
    const most = WAITS_FOR_BLOCK.test(question) ? 0 : MOST_WAITS;
    for (let waits = 0; ; waits += 1) {
      const kept = await this.#holding(key);
      if (kept !== undefined) return { response: kept, isKept: true };
      const same = this.#underWay.get(key);
      if (same === undefined) return this.#lead(key, read);
      if (waits === most) return read();
      same.others += 1;
      await same.end;
    }
  }

  /** Reads anew, while those who ask the same wait. */
  async #lead(key: string, read: () => Promise<Anew>): Promise<Anew> {
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const course = { end, others: 0 };
    this.#underWay.set(key, course);
    try {
      const anew = await read();
      if (anew.state !== undefined) await this.#note(key, anew.state, anew.response, course.others > 0);
      return anew;
    } finally {
      this.#underWay.delete(key);
      resolve();
    }
  }

  async #holding(key: string): Promise<Response | undefined> {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    // Without a database there is no present: whoever reads anew says so, in the way of that question.
    const present = await this.#index.now().catch(() => undefined);
    if (present !== undefined && kept.state === stateOf(present))
      return new Response(kept.body, { headers: kept.headers });
    this.#kept.delete(key);
    return undefined;
  }

  /** Keeps a good answer, which is as of this state: from the second one on, or if others wait for it. */
  async #note(key: string, state: string, answer: Response, isAwaited: boolean): Promise<void> {
    if (this.#asked.get(key) !== state && !isAwaited) {
      this.#asked.set(key, state);
      return;
    }
    const headers = KEPT_HEADERS.flatMap((name): [string, string][] => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const body = await answer.clone().text();
    this.#kept.set(key, { state, headers: Object.fromEntries(headers), body });
  }
}

/** What an answer to a read follows from. Who has no tag of ours does not follow from the index alone. */
function stateOfAnswer({ status, headers }: Response): string | undefined {
  const tag = headers.get("ETag");
  const isJson = JSON_TYPE.test(headers.get("Content-Type") ?? "");
  if (status !== 200 || !isJson || !tag?.startsWith("W/")) return undefined;
  // Of an answer with some of the fields, its own tag has their names behind that of the state.
  return stateBy(tag.replace(/\+[^"]*"$/, '"'), headers.get(VERIFIED_HEADER));
}

/** The kept answer, or that the caller has it already. */
function toCaller(kept: Response, known: string | undefined): Response {
  if (!isAmong(known, kept.headers.get("ETag") ?? "")) return kept;
  kept.headers.delete("Content-Type");
  return new Response(null, { status: 304, headers: kept.headers });
}

/** Answers reads by GET from the cache. */
export const cacheAnswers =
  (cache: AnswerCache): MiddlewareHandler =>
  async (c, next) => {
    // A preference is said to have been kept to; and a HEAD has no body.
    if (c.req.raw.method !== "GET" || c.req.header("Prefer") !== undefined) return next();
    const { pathname, search } = new URL(c.req.url);
    // GraphQL answers with either of two media types.
    const key = `${pathname}${search} ${pathname === "/graphql" ? (c.req.header("Accept") ?? "") : ""}`;
    const { response, isKept } = await cache.answer(key, async () => {
      await next();
      return { response: c.res, state: stateOfAnswer(c.res) };
    });
    if (isKept) return toCaller(response, c.req.header("If-None-Match"));
    return undefined;
  };
