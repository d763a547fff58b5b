import { contribution, upstreamShare } from "@azora/indexer/schema";
import { asc, eq, sql } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import {
  type Given,
  isOneOf,
  listOf,
  type Reading,
  reading,
  readOne,
  type Several,
} from "../../database/reading.ts";
import { evidence } from "../../database/tables.ts";
import { evidenceOf } from "../../evidence/evidenceOf.ts";
import { phaseName } from "../../http/format.ts";
import { groupBy } from "./groupBy.ts";
import type { citationSchema } from "./schema.ts";

export type Citation = z.infer<typeof citationSchema>;

const shown = {
  id: contribution.id,
  number: contribution.number,
  title: evidence.title,
  phase: contribution.phase,
  weight: upstreamShare.weight,
};

interface Row {
  id: Hex;
  number: number;
  title: string | null;
  phase: number;
  weight: number;
}

const toCitation = ({ id, number, title, phase, weight }: Row): Citation => ({
  id,
  number,
  title,
  phase: phaseName(phase),
  weight,
});

/** What each of these works was built on, in the order of registration. */
export const upstreamOf = (db: Builder, works: Several) =>
  reading(
    [
      db
        .select({ ...shown, of: upstreamShare.contribution })
        .from(upstreamShare)
        .innerJoin(contribution, eq(contribution.id, upstreamShare.upstream))
        .leftJoin(evidence, evidenceOf(contribution))
        .where(isOneOf(upstreamShare.contribution, works))
        .orderBy(asc(contribution.number)),
    ],
    (rows) => groupBy(rows, (row) => row.of, toCitation),
  );

export const readUpstream = readOne(["works"], (db, { works }) => upstreamOf(db, works));

/** Who cites each of these works, the first ones in the order of registration. */
export function citedByOf(db: Builder, works: Several, limit: Given<number>): Reading<Map<Hex, Citation[]>> {
  // Some of each, which one index has in this order, however many there are.
  const cited = sql`unnest(${listOf(works)}) AS cited(id) CROSS JOIN LATERAL (
    SELECT * FROM ${upstreamShare} WHERE ${upstreamShare.upstream} = cited.id ORDER BY ${upstreamShare.number} LIMIT ${limit}
  ) AS share`;
  return reading(
    [
      db
        .select({ ...shown, weight: sql<number>`share.weight`, of: sql<Hex>`cited.id` })
        .from(cited)
        .innerJoin(contribution, sql`${contribution.id} = share.contribution`)
        .leftJoin(evidence, evidenceOf(contribution))
        .orderBy(asc(contribution.number)),
    ],
    (rows) => groupBy(rows, (row) => row.of, toCitation),
  );
}

export const readCitedBy = readOne(["works", "limit"], (db, { works, limit }) => citedByOf(db, works, limit));
