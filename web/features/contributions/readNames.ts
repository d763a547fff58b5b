import type { ContributionDetail } from "#lib/api/types.ts";
import { type Names, namesOf } from "./names.ts";
import { readEvidence } from "./readEvidence.ts";

/** The names of everyone and everything that a work is connected with. Evidence of another one names nobody here. */
export async function readNames(work: ContributionDetail): Promise<Names> {
  const evidence = await readEvidence(work);
  return namesOf(evidence.kind === "own" ? evidence.manifest : undefined, work.upstream);
}
