import { block } from "@azora/indexer/schema";
import { desc, getTableColumns } from "drizzle-orm";
import type { Hex } from "viem";
import { indexBuild } from "../../database/build.ts";
import type { Db } from "../../database/pools.ts";

/** The index's block in a transaction, and which build of the index its views show. */
export interface Position {
  readonly number: bigint;
  readonly hash: Hex;
  readonly build: number;
}

/** Comes first in a transaction, so that the indexer replaces no view while it reads. Nothing if the index has no block. */
export async function readPosition(db: Db): Promise<Position | undefined> {
  const [row] = await db
    .select({
      ...getTableColumns(block),
      build: indexBuild,
    })
    .from(block)
    .orderBy(desc(block.number))
    .limit(1);
  return row && { number: row.number, hash: row.hash, build: row.build };
}
