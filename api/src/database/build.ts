import { block } from "@azora/indexer/schema";
import { getTableName, sql } from "drizzle-orm";

/** Which build of the index the views show: a view that was made anew is another relation. Has no parameter. */
export const indexBuild = sql<number>`${sql.raw(`'${getTableName(block)}'`)}::regclass::oid::int8`.mapWith(
  Number,
);
