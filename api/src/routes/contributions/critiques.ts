import { critique } from "@azora/indexer/schema";
import { asc } from "drizzle-orm";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { isOneOf, reading, readOne, type Several } from "../../database/reading.ts";
import { checksum, toSeconds, verdictName } from "../../http/format.ts";
import { groupBy } from "./groupBy.ts";
import type { critiqueSchema } from "./schema.ts";

export type Critique = z.infer<typeof critiqueSchema>;

/** What critics recorded of each of these subjects, in the order of the chain. */
export const critiquesOf = (db: Builder, subjects: Several) =>
  reading(
    [db.select().from(critique).where(isOneOf(critique.subject, subjects)).orderBy(asc(critique.id))],
    (rows) => groupBy(rows, ({ subject }) => subject, toCritique),
  );

export const readCritiques = readOne(["subjects"], (db, { subjects }) => critiquesOf(db, subjects));

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
