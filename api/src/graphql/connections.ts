import { z } from "zod";
import type { Listing } from "../http/cursors.ts";
import { ProblemError } from "../http/errors.ts";
import { MAX_LIMIT } from "../http/queries.ts";
import { builder } from "./builder.ts";

const sizeSchema = z.int().min(1).max(MAX_LIMIT);

/** How many items are asked for, or so many. */
export function limitOf(first: number | null | undefined, standard: number, name = "first"): number {
  if (first === null || first === undefined) return standard;
  if (sizeSchema.safeParse(first).success) return first;
  throw new ProblemError(400, `\`${name}\` must be from 1 to ${MAX_LIMIT}.`);
}

interface Edges {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** Which part of a list is asked for. */
interface Part {
  limit: number;
  /** Where it begins or, backwards, ends. */
  cursor: string | null;
  backwards: boolean;
}

/** Arguments of a list that goes both ways, as Relay has them. */
export const bothWays = (page: number) =>
  builder.args((t) => ({
    first: t.int({ defaultValue: page }),
    after: t.string(),
    last: t.int({ description: "So many before `before`, or at the end, instead of `first`." }),
    before: t.string(),
  }));

/** @throws ProblemError if both ways are asked for at once */
export function partOf({ first, after, last, before }: Edges, standard: number): Part {
  const backwards = (last ?? before ?? null) !== null;
  if (backwards && typeof after === "string")
    throw new ProblemError(400, "Take `after` with `first`, or `before` with `last`: not both.");
  return {
    limit: backwards ? limitOf(last, standard, "last") : limitOf(first, standard),
    cursor: (backwards ? before : after) ?? null,
    backwards,
  };
}

const FORWARDS = { cursor: null, backwards: false } as const;

/** A page of a list as Relay has it. What a cursor stands for is on its other side. */
export function toConnection<item>(
  { edges, more }: Listing<item>,
  { cursor, backwards }: Pick<Part, "cursor" | "backwards"> = FORWARDS,
) {
  const beyond = cursor !== null;
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? beyond : more,
      hasPreviousPage: backwards ? more : beyond,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
