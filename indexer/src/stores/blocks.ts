import type { Context, Event } from "ponder:registry";
import { block } from "ponder:schema";

/** Notes the block of an event: every handler begins with it. */
export async function noteBlock({ db }: Context, { number, hash, parentHash, timestamp }: Event["block"]) {
  await db.insert(block).values({ number, hash, parentHash, timestamp }).onConflictDoNothing();
}
