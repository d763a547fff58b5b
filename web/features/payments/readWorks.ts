import type { Names } from "#features/contributions/names.ts";
import { readNames } from "#features/contributions/readNames.ts";
import { readContribution } from "#lib/api/read.ts";
import type { PayoutStep } from "#lib/api/types.ts";

/** So many works and their people are called by their names; others by their beginning and end. */
const NAMED = 10;

/** The names of the works that a payment goes back to, and of those whom they credit. */
export async function readWorks(steps: readonly PayoutStep[]): Promise<Names> {
  const sources = steps.filter(({ sourceKind }) => sourceKind === "Contribution").map(({ source }) => source);
  const works = await Promise.all([...new Set(sources)].slice(0, NAMED).map(readWork));
  return new Map(works.flatMap((names) => [...names]));
}

async function readWork(id: string): Promise<Names> {
  const { contribution } = await readContribution(id);
  const names = new Map(await readNames(contribution));
  if (contribution.title !== null) names.set(id, contribution.title);
  return names;
}
