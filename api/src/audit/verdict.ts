import type { Pool } from "pg";
import { z } from "zod";
import { transact } from "../database/pools.ts";
import { audit } from "../database/tables.ts";

/** More of them say no more. */
const MOST = 20;

const findingSchema = z.object({
  /** By what it was found. */
  proof: z.enum(["ledger", "eth_call", "recomputation"]),
  table: z.string(),
  row: z.string(),
  detail: z.string(),
});

export const verdictSchema = z.object({
  /** The ledger that the index's rows come to, as the chain has it at the block; null before there is one. */
  proven: z
    .object({
      size: z.int(),
      root: z.templateLiteral(["0x", z.string()]),
      block: z.int(),
      hash: z.templateLiteral(["0x", z.string()]),
    })
    .nullable(),
  findings: z.array(findingSchema),
});

/** What the auditor last said of the index. */
export type Verdict = z.infer<typeof verdictSchema>;

export async function writeVerdict(pool: Pool, { proven, findings }: Verdict): Promise<void> {
  const row = { proven, findings: findings.slice(0, MOST), faults: findings.length, checkedAt: new Date() };
  await transact(pool, "READ COMMITTED READ WRITE", (db) =>
    db.insert(audit).values(row).onConflictDoUpdate({ target: audit.one, set: row }),
  );
}
