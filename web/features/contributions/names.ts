import { identityNode } from "@azora/sdk";
import type { Manifest } from "@azora/sdk/manifest";
import { accountNode, shortHex } from "#lib/format/hex.ts";

/** What nodes are called, by their node. */
export type Names = ReadonlyMap<string, string>;

type Credited = Pick<Manifest, "contributors">;

interface Cited {
  id: string;
  title: string | null;
}

/**
 * The names behind nodes: of people, as the evidence has them, and of the works that are cited. A node is the hash of its
 * name, so a name that evidence made up leads to no node that is credited.
 */
export function namesOf(manifest: Credited | undefined, works: readonly Cited[] = []): Names {
  const names = new Map<string, string>();
  for (const { node } of manifest?.contributors ?? []) {
    if (node.startsWith("0x")) names.set(accountNode(node), shortHex(node));
    else names.set(identityNode(node), readable(node));
  }
  for (const { id, title } of works) if (title !== null) names.set(id, title);
  return names;
}

/** `git:` and a hash of 64 digits is shortened; names are not. */
function readable(identity: string): string {
  return identity.replace(/^(git:[0-9a-f]{8})[0-9a-f]{56}$/, "$1…");
}
