import { bucket } from "@azora/indexer/schema";
import { and, asc, desc, eq, gt, gte, lt } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { cursorOf, type Listing, listingOf } from "../../http/cursors.ts";
import { toSeconds, wei } from "../../http/format.ts";
import { type bucketQuery, type bucketSchema, PERIODS } from "./schema.ts";

export type Bucket = z.infer<typeof bucketSchema>;
type BucketQuery = Omit<z.infer<typeof bucketQuery>, "minBlock">;

const startKey = z.tuple([z.int().min(0)]);

/**
 * Hours or days in which something happened, in order of time.
 * @param backwards The page before the cursor, or the last one.
 */
export async function listBuckets(db: Db, query: BucketQuery, backwards = false): Promise<Listing<Bucket>> {
  const { period, from, until, order, limit } = query;
  const cursor = cursorOf(`${period}s ${order}`, startKey);
  const after = cursor.read(query.cursor);
  const [beyond, direction] = (order === "newest") !== backwards ? [lt, desc] : [gt, asc];
  const rows = await db
    .select()
    .from(bucket)
    .where(
      and(
        eq(bucket.period, PERIODS[period]),
        after && beyond(bucket.start, BigInt(after[0])),
        from === undefined ? undefined : gte(bucket.start, BigInt(from)),
        until === undefined ? undefined : lt(bucket.start, BigInt(until)),
      ),
    )
    .orderBy(direction(bucket.start))
    .limit(limit + 1);
  return listingOf(rows, limit, toBucket, ({ start }) => cursor.write([Number(start)]), backwards);
}

/** @param length In seconds. */
export async function findBucket(db: Db, length: number, start: bigint): Promise<Bucket | undefined> {
  const [row] = await db
    .select()
    .from(bucket)
    .where(and(eq(bucket.period, length), eq(bucket.start, start)));
  return row && toBucket(row);
}

const toBucket = (row: typeof bucket.$inferSelect): Bucket => ({
  start: toSeconds(row.start),
  end: toSeconds(row.start) + row.period,
  registered: row.registered,
  accepted: row.accepted,
  rejected: row.rejected,
  settled: row.settled,
  judged: row.judged,
  challenged: row.challenged,
  voted: row.voted,
  minted: wei(row.minted),
  paid: wei(row.paid),
  withdrawn: wei(row.withdrawn),
  fundIn: wei(row.fundIn),
  fundOut: wei(row.fundOut),
  supply: wei(row.supply),
  fund: wei(row.fund),
});
