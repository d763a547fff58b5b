import { leaf } from "@azora/indexer/schema";
import { LeafKind } from "@azora/sdk";
import { eq, gt, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Hex } from "viem";

const EXECUTED = "executed";

/**
 * The proposal that a decision was made by: the governor records an execution after all that was done in it, in one
 * transaction. One look-up by key for each row, however long the ledger.
 * @param decision The columns of its leaf and of its transaction.
 */
export function executedWith(decision: { leaf: PgColumn; tx: PgColumn }): SQL<Hex | null> {
  const next = alias(leaf, EXECUTED);
  // Within a statement of its own, columns are named with their tables.
  const found = sql`select case when ${next.tx} = ${decision.tx} then ${next.subject} end
    from ${leaf} as ${sql.identifier(EXECUTED)}
    where ${eq(next.kind, LeafKind.ProposalExecuted)} and ${gt(next.index, decision.leaf)}
    order by ${next.index} limit 1`;
  return sql<Hex | null>`(${found})`;
}
