import { and, type Column, eq } from "drizzle-orm";
import { evidence } from "../database/tables.ts";

/**
 * Joins a work with its evidence: the manifest with its hash that names its registrant. A copied hash proves nothing, and
 * brings nobody else's title.
 */
export const evidenceOf = (work: { evidenceHash: Column; registrant: Column }) =>
  and(eq(evidence.hash, work.evidenceHash), eq(evidence.registrant, work.registrant));
