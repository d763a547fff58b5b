import { dataHash } from "@azora/sdk";
import type { LeafKind } from "#lib/api/types.ts";
import { ADDRESS, BYTES32, choice, href, matching, one, type SearchParams } from "#lib/url/query.ts";

export const ORDERS = ["newest", "oldest"] as const;

/** The kinds that contracts append today. */
export const KINDS = Object.keys(dataHash) as (LeafKind & keyof typeof dataHash)[];

export interface LedgerQuery {
  kind: LeafKind | undefined;
  subject: string | undefined;
  actor: string | undefined;
  order: (typeof ORDERS)[number];
  cursor: string | undefined;
}

/** Reads an address. What makes no sense is left out. */
export function parseLedgerQuery(params: SearchParams): LedgerQuery {
  return {
    kind: choice(params, "kind", KINDS),
    subject: matching(params, "subject", BYTES32),
    actor: matching(params, "actor", ADDRESS),
    order: choice(params, "order", ORDERS) ?? "newest",
    cursor: one(params, "cursor"),
  };
}

/** The address of a query. Another query begins at its first page. */
export function ledgerHref(query: Partial<LedgerQuery>): string {
  const { order, ...rest } = query;
  return href("/ledger", { ...rest, order: order === "newest" ? undefined : order });
}
