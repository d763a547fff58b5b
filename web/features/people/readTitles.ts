import { type Names, namesOf } from "#features/contributions/names.ts";
import { readContributions } from "#lib/api/read.ts";

/** The most that the API gives at once; beyond the latest of so many works, sources are called by their hash. */
const LIMIT = 100;

/** The titles of the works that credit somebody, which are most of those that money came from. */
export async function readTitles(node: string): Promise<Names> {
  const { items } = await readContributions({ contributor: node, limit: LIMIT });
  return namesOf(undefined, items);
}
