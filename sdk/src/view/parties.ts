import type { Address } from "viem";
import { AttributionRegistry } from "../generated/constants.ts";
import { NodeKind } from "../generated/enums.ts";
import { nodeAccount, nodeKind } from "../node.ts";
import type { View, WorkView } from "./types.ts";

/** Whether an account must not judge a work, as `AttributionRegistry.isParty` says now: a proposed link counts already. */
export function isParty(
  { links }: View,
  { registrant, attribution }: WorkView,
  account: Address | undefined,
): boolean {
  if (account === registrant) return true;
  return attribution.contributors.some(({ node, weight }) => {
    if (weight < AttributionRegistry.PARTY_WEIGHT) return false;
    const credited = nodeKind(node) === NodeKind.Account ? nodeAccount(node) : links.get(node)?.account;
    return credited !== undefined && credited === account;
  });
}
