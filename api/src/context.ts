import type { Deployment } from "@azora/sdk";
import type { Pool } from "pg";
import type { PublicClient } from "viem";
import { CallerLimits, type CallerSettings } from "./callers/CallerLimits.ts";
import { ClaimStore } from "./claims/ClaimStore.ts";
import { IndexListener } from "./database/IndexListener.ts";
import { IndexReader } from "./database/IndexReader.ts";
import type { Schemas } from "./database/pools.ts";
import { type EvidenceLimits, EvidenceStore } from "./evidence/EvidenceStore.ts";
import { AnswerCache } from "./http/AnswerCache.ts";
import { EventFeed } from "./live/EventFeed.ts";

/** What the routes work with. Tests give them a context of their own. */
export interface Context {
  deployment: Deployment;
  /** A node that anybody may ask, if the operator names one. */
  publicRpcUrl: string | null;
  /** The node that the index is compared with. */
  chain: PublicClient;
  pool: Pool;
  schemas: Schemas;
  /** Hears when the index moves, while it runs. */
  listener: IndexListener;
  index: IndexReader;
  answers: AnswerCache;
  feed: EventFeed;
  evidence: EvidenceStore;
  claims: ClaimStore;
  callers: CallerLimits;
}

type Parts = Omit<Context, "listener" | "index" | "answers" | "feed" | "evidence" | "claims" | "callers"> & {
  databaseUrl: string;
  limits: EvidenceLimits;
  callers: CallerSettings;
  /** How many streams of events are served at a time. */
  streams: number;
  /** How much of its answers a copy keeps, in bytes. */
  answerBytes: number;
  /** How long a read waits for its `minBlock`. */
  waitMs?: number;
};

export function createContext(options: Parts): Context {
  const { databaseUrl, limits, callers, streams, answerBytes, waitMs, ...parts } = options;
  const listener = new IndexListener(databaseUrl, parts.schemas.index);
  const index = new IndexReader(parts.pool, listener, waitMs);
  const feed = new EventFeed(index, streams);
  listener.onMove(() => void feed.wake());
  return {
    ...parts,
    listener,
    index,
    answers: new AnswerCache(index, answerBytes),
    feed,
    evidence: new EvidenceStore(parts.pool, limits),
    claims: new ClaimStore(parts.pool),
    callers: new CallerLimits(callers),
  };
}
