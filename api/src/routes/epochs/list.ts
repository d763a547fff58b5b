import { epoch } from "@azora/indexer/schema";
import { model } from "@azora/sdk";
import { asc, desc, eq, gt, lt } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { cursorOf, type Listing, listingOf, wholeKey } from "../../http/cursors.ts";
import { orNull, toSeconds, wei } from "../../http/format.ts";
import { type Clock, epochEnd, epochStart, readClock } from "../protocol/clock.ts";
import type { epochQuery, epochSchema } from "./schema.ts";

export type Epoch = z.infer<typeof epochSchema>;

const cursor = cursorOf("epochs", z.tuple([wholeKey]));

/**
 * Latest first.
 * @param backwards The page before the cursor, or the last one.
 */
export async function listEpochs(
  db: Db,
  query: Omit<z.infer<typeof epochQuery>, "minBlock">,
  backwards = false,
): Promise<Listing<Epoch>> {
  const clock = await readClock(db);
  const after = cursor.read(query.cursor);
  const [beyond, direction] = backwards ? [gt, asc] : [lt, desc];
  const rows = await db
    .select()
    .from(epoch)
    .where(after && beyond(epoch.number, after[0]))
    .orderBy(direction(epoch.number))
    .limit(query.limit + 1);
  return listingOf(
    rows,
    query.limit,
    (row) => toEpoch(row, clock),
    ({ number }) => cursor.write([number]),
    backwards,
  );
}

export async function findEpoch(db: Db, number: number): Promise<Epoch | undefined> {
  const clock = await readClock(db);
  const [row] = await db.select().from(epoch).where(eq(epoch.number, number));
  return row && toEpoch(row, clock);
}

function toEpoch(row: typeof epoch.$inferSelect, clock: Clock): Epoch {
  const end = epochEnd(clock, row.number);
  return {
    number: row.number,
    start: epochStart(clock, row.number),
    end,
    sealableAt: end + clock.sealDelay,
    points: wei(row.points),
    isSealed: row.isSealed,
    sealedAt: orNull(row.sealedAt, toSeconds),
    budget: wei(row.budget ?? model.budget(BigInt(row.number))),
    rate: orNull(row.rate, wei),
    accepted: row.accepted,
    settled: row.settled,
    minted: wei(row.minted),
  };
}
