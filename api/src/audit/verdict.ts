import type { Pool } from "pg";
import type { Hex } from "viem";
import { transact } from "../database/pools.ts";
import { audit } from "../database/tables.ts";

/** More of them say no more. */
const MOST = 20;

/** How a row is proven. */
export type Proof = "ledger" | "eth_call" | "recomputation";

/** Something that the index says and that is not so. */
export interface Finding {
  readonly proof: Proof;
  readonly table: string;
  /** Its key, or what there is of it. */
  readonly row: string;
  /** A sentence without its full stop. */
  readonly detail: string;
}

/** What the auditor last said of the index. */
export interface Verdict {
  /** The ledger that the index's rows come to, as the chain has it at the block; null before there is one. */
  proven: { size: number; root: Hex; block: number; hash: Hex } | null;
  findings: Finding[];
}

export async function writeVerdict(pool: Pool, { proven, findings }: Verdict): Promise<void> {
  const row = { proven, findings: findings.slice(0, MOST), faults: findings.length, checkedAt: new Date() };
  await transact(pool, "READ COMMITTED READ WRITE", (db) =>
    db.insert(audit).values(row).onConflictDoUpdate({ target: audit.one, set: row }),
  );
}
