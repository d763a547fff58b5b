import { isAddress } from "viem";
import type { Share } from "../../../attribution.ts";
import { emailIdentity, parseIdentity } from "../../../identity.ts";
import { accountNode, identityNode } from "../../../node.ts";
import type { View } from "../../../view/index.ts";
import { UsageError } from "../../exit.ts";
import { findWork } from "../../find.ts";
import { parseAddress, parsePairs } from "../../parse.ts";

export interface NamedShare {
  /** As manifests write it: an identity, or an account's checksummed address. */
  node: string;
  weight: number;
}

/** Who made it. `git:alice@example.org` is hashed here and goes nowhere in plain. */
export function parseContributors(text: string): NamedShare[] {
  const shares = parsePairs("--contributors", text).map(({ name, weight }) => ({
    node: personOf(name),
    weight,
  }));
  const twice = shares.find(({ node }, place) => shares.findIndex((share) => share.node === node) !== place);
  if (twice) throw new UsageError(`--contributors names ${twice.node} twice: add the weights up.`);
  return shares;
}

export function contributorShares(shares: readonly NamedShare[]): Share[] {
  return shares.map(({ node, weight }) => {
    return { node: isAddress(node) ? accountNode(node) : identityNode(node), weight };
  });
}

/** Works by id or the beginning of one. Nothing cites nothing. */
export function parseUpstream(view: View, text: string): Share[] {
  if (text === "") return [];
  const shares = parsePairs("--upstream", text).map(({ name, weight }) => {
    return { node: findWork(view, name).contribution, weight };
  });
  const twice = shares.find(({ node }, place) => shares.findIndex((share) => share.node === node) !== place);
  if (twice) throw new UsageError(`--upstream names ${twice.node} twice: add the weights up.`);
  return shares;
}

function personOf(name: string): string {
  if (name.startsWith("0x")) return parseAddress("--contributors", name);
  return /^git:.+@/.test(name) ? emailIdentity(name.slice(4)) : parseIdentity(name);
}
