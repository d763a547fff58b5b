import type { Phase } from "#lib/api/types.ts";
import { ADDRESS, BYTES32, choice, href, matching, one, type SearchParams } from "#lib/url/query.ts";

export const ORDERS = ["newest", "oldest", "amount"] as const;
export const PHASES = [
  "Armed",
  "Voting",
  "Scored",
  "Accepted",
  "Settled",
  "Rejected",
  "Void",
] as const satisfies readonly Phase[];

/** What of the list is asked for; the address says it all. */
export interface ListQuery {
  q: string | undefined;
  phase: (typeof PHASES)[number] | undefined;
  order: (typeof ORDERS)[number];
  epoch: number | undefined;
  registrant: string | undefined;
  contributor: string | undefined;
  cursor: string | undefined;
}

const MAX_WORDS = 100;

/** Reads an address. What makes no sense is left out, so that an old or mistyped link still leads to a list. */
export function parseListQuery(params: SearchParams): ListQuery {
  const epoch = matching(params, "epoch", /^\d{1,9}$/);
  return {
    q: one(params, "q")?.trim().slice(0, MAX_WORDS) || undefined,
    phase: choice(params, "phase", PHASES),
    order: choice(params, "order", ORDERS) ?? "newest",
    epoch: epoch === undefined ? undefined : Number(epoch),
    registrant: matching(params, "registrant", ADDRESS),
    contributor: matching(params, "contributor", BYTES32),
    cursor: one(params, "cursor"),
  };
}

/** The address of a query. Another query begins at its first page. */
export function listHref(query: Partial<ListQuery>): string {
  const { order, ...rest } = query;
  return href("/contributions", { ...rest, order: order === "newest" ? undefined : order });
}

export function isFiltered({ q, phase, epoch, registrant, contributor }: ListQuery): boolean {
  return [q, phase, epoch, registrant, contributor].some((value) => value !== undefined);
}
