import { readContributions, readHead, tryContribution } from "#lib/api/read.ts";
import type { Contribution } from "#lib/api/types.ts";
import { readNames } from "../readNames.ts";
import type { CompareQuery } from "./query.ts";
import type { Compared } from "./rows.tsx";

/** What is offered to be added. */
const FOUND = 8;

interface Comparison {
  compared: Compared[];
  /** How many of the works are not there. */
  missing: number;
  found: readonly Contribution[] | undefined;
  now: number;
}

export async function readCompared({ ids, q }: CompareQuery): Promise<Comparison> {
  const [works, list, head] = await Promise.all([
    Promise.all(ids.map(tryContribution)),
    q === undefined ? undefined : readContributions({ q, limit: FOUND }),
    readHead(),
  ]);
  const there = works.filter((answer) => answer !== undefined);
  const compared = await Promise.all(
    there.map(async ({ contribution: work }) => ({ work, names: await readNames(work) })),
  );
  // Of the last block that a work is shown at; without a work there is no time to tell.
  const now = Math.max(head?.timestamp ?? 0, ...there.map(({ block }) => block.timestamp));
  return { compared, missing: ids.length - there.length, found: list?.items, now };
}
