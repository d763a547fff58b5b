import { isAddress } from "viem";
import { readAddress } from "./address.ts";
import type { Share } from "./attribution.ts";
import { emailIdentity, IdentityError, parseIdentity } from "./identity.ts";
import { accountNode, identityNode, type Node } from "./node.ts";

/** A share of somebody whom people know by a name. */
export interface NamedShare {
  /** As manifests write it: an identity, or an account's checksummed address. */
  node: string;
  /** Parts per million. */
  weight: number;
}

/**
 * Somebody as people type them, as manifests write them. `git:alice@example.org` is hashed here and goes nowhere in plain.
 * @throws IdentityError
 */
export function parsePerson(text: string): string {
  const name = text.trim();
  if (!name.startsWith("0x"))
    return /^git:.+@/.test(name) ? emailIdentity(name.slice(4)) : parseIdentity(name);
  const account = readAddress(name);
  if (account === undefined)
    throw new IdentityError(`"${name}" is not an address, or a letter of it is wrong.`);
  return account;
}

/** @param name As manifests write it. */
export const personNode = (name: string): Node => (isAddress(name) ? accountNode(name) : identityNode(name));

export function personShares(shares: readonly NamedShare[]): Share[] {
  return shares.map(({ node, weight }) => ({ node: personNode(node), weight }));
}
