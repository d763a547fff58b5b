import type { Address } from "viem";
import type { Deployment } from "../addresses.ts";
import { identityNode } from "../node.ts";

/** What is asked for: one identity, one account, on one registry of one chain, once. */
export interface LinkWish {
  /** `provider:subject` in its canonical case. */
  identity: string;
  account: Address;
  /** Of the identity in the registry: a veto moves it, and ends every attestation made before. */
  nonce: number;
  /** The last second in which the attestation can be used. */
  deadline: number;
}

/** What SSH signatures of a challenge are made for, so that one of a commit or of a file is none. */
export const CHALLENGE_NAMESPACE = "azora-link";

/**
 * The text that is signed, by the key that a proof speaks of and by the account. It follows from the wish alone, so nobody
 * hands it over: whoever checks makes it anew. Everything that it depends on stands in it, so that it is of no use for
 * another account, another identity, another chain, or another time.
 */
export function linkChallenge(
  { chainId, addresses }: Pick<Deployment, "chainId" | "addresses">,
  { identity, account, nonce, deadline }: LinkWish,
): string {
  return [
    "Azora link, version 1",
    "",
    "This identity and this account belong to the same person or project.",
    "I ask the attestors of Azora to link them. A link is for good.",
    "",
    `chain: ${chainId}`,
    `registry: ${addresses.attributionRegistry}`,
    `identity: ${identity}`,
    `node: ${identityNode(identity)}`,
    `account: ${account}`,
    `nonce: ${nonce}`,
    `deadline: ${deadline} (${new Date(deadline * 1_000).toISOString()})`,
    "",
  ].join("\n");
}
