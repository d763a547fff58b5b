import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Head, IndexReader, Snapshot, Verified, Wait } from "../database/IndexReader.ts";
import { isAmong, NotModified, REVALIDATE } from "./caching.ts";
import { waitOf } from "./prefer.ts";
import { narrow, type Sparse, sparseOf } from "./sparse.ts";

/** The block that an answer holds at, as a structured field (RFC 9651): `425;hash="0x…";timestamp=1795633142`. */
export const BLOCK_HEADER = "Azora-Block";

/** Up to which size of the ledger the auditor has proven the index, in the same syntax: `742;root="0x…";block=1064`. */
export const VERIFIED_HEADER = "Azora-Verified";

interface Query {
  minBlock?: number | undefined;
  fields?: readonly string[] | undefined;
}

/** A response of a read of which fields can be left out. */
export const sparseAnswers = <schema extends z.ZodObject>(schema: schema, description: string) =>
  answers(sparseOf(schema), description);

/** A response of a read. */
export const answers = <schema extends z.ZodType>(schema: schema, description: string) =>
  ({
    description,
    headers: {
      [BLOCK_HEADER]: {
        description:
          "The block that the answer holds at: its number, with its hash and timestamp as parameters.",
        schema: { type: "string" },
      },
      [VERIFIED_HEADER]: {
        description:
          "How many leaves of the audit ledger the index was proven to have, with their root and the block at which the chain has it. `0;failed` if something of the index is wrong; absent before anything was proven.",
        schema: { type: "string" },
      },
      ETag: {
        description: "Stays the same until the answer may be another: send it back as `If-None-Match`.",
        schema: { type: "string" },
      },
    },
    content: { "application/json": { schema } },
  }) as const;

/**
 * Reads the index for a request, and says in a header of the answer, even if it is a refusal, as of which block.
 * @throws NotModified if the caller has the answer already; nothing but the head is read then
 */
export async function readFor<T extends object>(
  c: Context,
  index: IndexReader,
  { minBlock, fields }: Query,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T & { block: Head }> {
  c.header("Cache-Control", REVALIDATE);
  return index.read(
    async (snapshot) => {
      const tag = tagOf(snapshot, fields);
      c.header(BLOCK_HEADER, blockHeader(snapshot.head));
      const verified = verifiedHeader(snapshot.verified);
      if (verified !== undefined) c.header(VERIFIED_HEADER, verified);
      if (isAmong(c.req.header("If-None-Match"), tag)) {
        c.header("ETag", tag);
        throw new NotModified();
      }
      const found = await work(snapshot);
      // A refusal has none.
      c.header("ETag", tag);
      return { ...found, block: snapshot.head };
    },
    waitFor(c, index, minBlock),
  );
}

/** The same, of which only those fields are answered that the query names. */
export async function readSparse<T extends object>(
  c: Context,
  index: IndexReader,
  query: Query,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<(T & { block: Head }) | Sparse<T & { block: Head }>> {
  const found = await readFor(c, index, query, work);
  return query.fields === undefined ? found : narrow(found, query.fields);
}

/** Which block a request waits for, and how long; said in its answer if it was the caller who chose. */
export function waitFor(c: Context, index: IndexReader, minBlock: number | undefined): Wait {
  const { wait, told } = waitOf(c.req.header("Prefer"), index, minBlock);
  for (const [name, value] of Object.entries(told)) c.header(name, value);
  return wait;
}

/** Other fields are another answer. Their names have nothing in them that a tag may not have. */
const tagOf = ({ tag }: Snapshot, fields: readonly string[] | undefined): string =>
  fields === undefined ? tag : tag.replace(/"$/, `+${fields.toSorted().join("+")}"`);

export const blockHeader = ({ number, hash, timestamp }: Head): string =>
  `${number};hash="${hash}";timestamp=${timestamp}`;

export function verifiedHeader(verified: Verified | undefined): string | undefined {
  if (verified === undefined) return undefined;
  const { proven, faults } = verified;
  if (faults > 0) return "0;failed";
  return proven === null ? undefined : `${proven.size};root="${proven.root}";block=${proven.block}`;
}
