import { BYTES32, choice, href, matching, one, type SearchParams } from "#lib/url/query.ts";
import { STATES, type State } from "./graph.ts";

export const ORDERS = ["cited", "received", "minted", "newest", "oldest"] as const;

/** What of the graph is asked for; the address says it all. */
export interface GraphQuery {
  q: string | undefined;
  state: State | undefined;
  order: (typeof ORDERS)[number];
  /** The work that is looked at. */
  focus: string | undefined;
  /** From 1. */
  page: number;
}

const MAX_WORDS = 100;

/** Reads an address. What makes no sense is left out, so that an old or mistyped link still leads to the graph. */
export function parseGraphQuery(params: SearchParams): GraphQuery {
  return {
    q: one(params, "q")?.trim().slice(0, MAX_WORDS) || undefined,
    state: choice(params, "state", STATES),
    order: choice(params, "order", ORDERS) ?? "cited",
    focus: matching(params, "focus", BYTES32)?.toLowerCase(),
    page: Math.max(1, Number(matching(params, "page", /^\d{1,6}$/) ?? 1)),
  };
}

/** The address of a query. */
export function graphHref({ order, page, ...rest }: Partial<GraphQuery>): string {
  return href("/graph", {
    ...rest,
    order: order === "cited" ? undefined : order,
    page: page === 1 ? undefined : page,
  });
}
