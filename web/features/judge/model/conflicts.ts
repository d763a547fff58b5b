import type { ContributionDetail } from "#lib/api/types.ts";

/**
 * What stands between a judge and a work. The contract refuses a party's vote; the rest is honour, and the rubric asks to
 * stay silent.
 */
export type Conflict = "party" | "credited" | "cited";

type Judged = Pick<ContributionDetail, "registrant" | "contributors" | "upstream">;

/**
 * @param isParty what the registry says
 * @param ownWorks ids of works that credit the judge
 */
export function conflictsOf(
  { registrant, contributors, upstream }: Judged,
  judge: string,
  isParty: boolean,
  ownWorks: ReadonlySet<string>,
): Conflict[] {
  const isJudge = (account: string | null) => account?.toLowerCase() === judge.toLowerCase();
  const found: Conflict[] = [];
  if (isParty || isJudge(registrant)) found.push("party");
  else if (contributors.some(({ account }) => isJudge(account))) found.push("credited");
  if (upstream.some(({ id }) => ownWorks.has(id))) found.push("cited");
  return found;
}
