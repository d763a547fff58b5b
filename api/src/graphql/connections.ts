import { z } from "zod";
import type { Listing } from "../http/cursors.ts";
import { ProblemError } from "../http/errors.ts";
import { MAX_LIMIT } from "../http/queries.ts";

const firstSchema = z.int().min(1).max(MAX_LIMIT);

/** How many items are asked for, or so many. */
export function limitOf(first: number | null | undefined, standard: number): number {
  if (first === null || first === undefined) return standard;
  if (firstSchema.safeParse(first).success) return first;
  throw new ProblemError(400, `\`first\` must be from 1 to ${MAX_LIMIT}.`);
}

/** A page of a list as Relay has it. Lists go forwards only. */
export function toConnection<item>({ edges, more }: Listing<item>) {
  return {
    edges,
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
