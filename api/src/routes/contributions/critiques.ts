import { critique } from "@azora/indexer/schema";
import { asc, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { reading } from "../../database/reading.ts";
import { checksum, toSeconds, verdictName } from "../../http/format.ts";
import { groupBy } from "./groupBy.ts";
import type { critiqueSchema } from "./schema.ts";

export type Critique = z.infer<typeof critiqueSchema>;

/** What critics recorded of each of these subjects, in the order of the chain. */
export const critiquesOf = (db: Db, subjects: readonly Hex[]) =>
  reading(
    [
      db
        .select()
        .from(critique)
        .where(inArray(critique.subject, [...subjects]))
        .orderBy(asc(critique.id)),
    ],
    (rows) => groupBy(rows, ({ subject }) => subject, toCritique),
  );

export function toCritique(row: typeof critique.$inferSelect): Critique {
  return {
    critic: checksum(row.critic),
    verdict: verdictName(row.verdict),
    ethics: row.ethics,
    bias: row.bias,
    fairness: row.fairness,
    transparency: row.transparency,
    documentHash: row.documentHash,
    critiqueHash: row.critiqueHash,
    timestamp: toSeconds(row.timestamp),
    tx: row.tx,
  };
}
