import { readManifest } from "#lib/api/evidence.ts";
import type { ContributionDetail } from "#lib/api/types.ts";
import { type Names, namesOf } from "./names.ts";

/** The names of everyone and everything that a work is connected with. */
export async function readNames({ evidenceHash, upstream }: ContributionDetail): Promise<Names> {
  const manifest = await readManifest(evidenceHash);
  return namesOf(typeof manifest === "string" ? undefined : manifest, upstream);
}
