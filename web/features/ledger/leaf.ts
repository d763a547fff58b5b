import { LeafKind } from "@azora/sdk";
import type { Network, Record } from "#lib/api/types.ts";

/** The number of a kind, which is what the leaf holds. */
export function kindNumber(kind: Record["kind"]): number {
  return LeafKind[kind];
}

/** `ProofOfValue` for the address of that contract; undefined for whoever is none of the protocol's. */
export function contractName(
  network: Pick<Network, "addresses"> | undefined,
  address: string,
): string | undefined {
  const found = Object.entries(network?.addresses ?? {}).find(
    ([, each]) => each.toLowerCase() === address.toLowerCase(),
  );
  return found && found[0].charAt(0).toUpperCase() + found[0].slice(1);
}
