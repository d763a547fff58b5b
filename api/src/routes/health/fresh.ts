import { block } from "@azora/indexer/schema";
import { eq } from "drizzle-orm";
import type { Hex, PublicClient } from "viem";
import type { z } from "zod";
import type { Head, IndexReader } from "../../database/IndexReader.ts";
import type { freshSchema } from "./schema.ts";

type Freshness = z.infer<typeof freshSchema>;

/** Stale is what is behind by more blocks and more of the chain's seconds: some chains are fast, and some rest. */
const BLOCKS = 5;
const SECONDS = 30;

/**
 * Compares the index with the chain by number and by hash. A number alone says nothing: past finality, an indexer may serve
 * a fork that the chain has left. Right after a reorganisation it is `forked` for a moment; what stays so must be built anew.
 */
export async function readFreshness(index: IndexReader, chain: PublicClient): Promise<Freshness> {
  const indexed = await index.read(async ({ head }) => head).catch(() => null);
  if (indexed === null) return verdict("unknown", null, null, "The index cannot be read.");
  const latest = await readLatest(chain);
  if (latest === null) return verdict("unknown", indexed, null, "The node does not answer.");
  // The highest block that both know.
  const number = Math.min(indexed.number, latest.number);
  const ours = await readHash(index, indexed, number);
  const theirs = await readChainHash(chain, latest, number);
  if (ours === null || theirs === null)
    return verdict("unknown", indexed, latest, `Block ${number} cannot be compared.`);
  if (ours !== theirs)
    return verdict("forked", indexed, latest, `Block ${number} is ${ours} here and ${theirs} on the chain.`);
  const blocks = latest.number - indexed.number;
  const seconds = latest.timestamp - indexed.timestamp;
  if (blocks > BLOCKS && seconds > SECONDS)
    return verdict("stale", indexed, latest, `The index is ${blocks} blocks and ${seconds} seconds behind.`);
  return verdict("fresh", indexed, latest, "The index follows the chain.");
}

/**
 * Answers all who ask at the same time with one comparison: anybody may ask, but the node is asked by one at a time.
 */
export function watchFreshness(index: IndexReader, chain: PublicClient): () => Promise<Freshness> {
  let underWay: Promise<Freshness> | undefined;
  return () => {
    underWay ??= readFreshness(index, chain).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

const verdict = (
  status: Freshness["status"],
  indexed: Head | null,
  chain: Head | null,
  detail: string,
): Freshness => ({
  status,
  indexed,
  chain,
  blocksBehind: indexed && chain && chain.number - indexed.number,
  detail,
});

async function readLatest(chain: PublicClient): Promise<Head | null> {
  try {
    const { number, hash, timestamp } = await chain.getBlock({ blockTag: "latest" });
    return { number: Number(number), hash, timestamp: Number(timestamp) };
  } catch {
    return null;
  }
}

async function readHash(index: IndexReader, head: Head, number: number): Promise<Hex | null> {
  if (number === head.number) return head.hash;
  return index.read(async ({ db }) => {
    const [row] = await db
      .select({ hash: block.hash })
      .from(block)
      .where(eq(block.number, BigInt(number)));
    return row?.hash ?? null;
  });
}

async function readChainHash(chain: PublicClient, latest: Head, number: number): Promise<Hex | null> {
  if (number === latest.number) return latest.hash;
  return chain.getBlock({ blockNumber: BigInt(number) }).then(
    ({ hash }) => hash,
    () => null,
  );
}
