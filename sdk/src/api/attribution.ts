import { type Attribution, type Share, sortShares } from "../attribution.ts";
import { isBytes32 } from "../node.ts";
import type { Schemas } from "./client.ts";

/** The attribution of a work as the contracts take it, from what the index says of it. */
export function attributionOf({
  contributors,
  upstream,
}: Pick<Schemas["ContributionDetail"], "contributors" | "upstream">): Attribution {
  return {
    contributors: sharesOf(contributors.map(({ node, weight }) => ({ node, weight }))),
    upstream: sharesOf(upstream.map(({ id, weight }) => ({ node: id, weight }))),
  };
}

function sharesOf(shares: readonly { node: string; weight: number }[]): Share[] {
  return sortShares(shares.flatMap(({ node, weight }) => (isBytes32(node) ? { node, weight } : [])));
}
