import canonicalize from "canonicalize";
import { type Address, type Hex, sha256, stringToBytes } from "viem";
import { z } from "zod";
import { readAddress } from "../address.ts";
import { type Deployment, isProtocolAddress } from "../addresses.ts";
import { parseIdentity } from "../identity.ts";
import type { LinkWish } from "./challenge.ts";
import { ProofError } from "./errors.ts";

/** The largest claim that is read, in bytes of JSON: a few signatures and public keys. */
export const MAX_CLAIM_BYTES = 131_072;
/** No claim may be used for longer, in seconds: an account or a key may be lost meanwhile. */
export const MAX_VALIDITY = 30 * 86_400;
/** The last second that a date can be written of. */
const LAST_SECOND = 253_402_300_799;

const address = z.string().refine((value) => readAddress(value) === value, "must be a checksummed address");
const identity = z.string().max(240).refine(isCanonical, "must be provider:subject in the provider's case");

/** What the proof consists of; each kind of proof has a schema of its own for the rest. */
const proofPart = z.looseObject({
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "must be a kind of proof"),
});

/** A claim, version 1: that an identity belongs to an account, and what shows it. */
export const claimSchema = z.strictObject({
  version: z.literal(1),
  chainId: z.int().positive(),
  registry: address,
  identity,
  account: address,
  nonce: z.int().nonnegative(),
  deadline: z.int().positive().max(LAST_SECOND),
  /** Of the challenge by the account (EIP-191; ERC-1271 or ERC-6492 for a contract): nobody is linked against their will. */
  accountSignature: z.string().regex(/^0x([0-9a-fA-F]{2}){1,16384}$/, "must be a signature in hex"),
  proof: proofPart,
});

export type Claim = z.infer<typeof claimSchema>;

/** SHA-256 of the claim in the form of RFC 8785: the same claim twice is one. */
export function claimId(claim: Claim): Hex {
  const json = canonicalize(claimSchema.parse(claim));
  if (json === undefined) throw new TypeError("A claim always has a canonical form.");
  return sha256(stringToBytes(json));
}

/** @throws ProofError, with what is wrong first */
export function readClaim(json: unknown): Claim {
  const { success, data, error } = claimSchema.safeParse(json);
  if (success) return data;
  const issue = error.issues[0];
  throw new ProofError(
    `This is no claim: ${[issue?.path.join("."), issue?.message].filter(Boolean).join(" ")}.`,
  );
}

export const wishOf = ({ identity, account, nonce, deadline }: Claim): LinkWish => ({
  identity,
  account: account as Address,
  nonce,
  deadline,
});

/**
 * What can be said of a claim without looking at its proof.
 * @param now Seconds of the chain's clock.
 * @throws ProofError
 */
export function checkWish(claim: Claim, deployment: Deployment, now: bigint): void {
  const { chainId, addresses } = deployment;
  if (claim.chainId !== chainId)
    throw new ProofError(`The claim is for chain ${claim.chainId}, and this is chain ${chainId}.`);
  if (claim.registry !== addresses.attributionRegistry)
    throw new ProofError(
      `The claim is for the registry ${claim.registry}, and this one is ${addresses.attributionRegistry}.`,
    );
  if (isProtocolAddress(deployment, claim.account as Address))
    throw new ProofError(
      `${claim.account} is one of the protocol's own contracts, which cannot be credited.`,
    );
  const left = claim.deadline - Number(now);
  if (left < 0) throw new ProofError(`The claim's deadline has passed ${-left} seconds ago.`);
  if (left > MAX_VALIDITY)
    throw new ProofError(`The claim's deadline is more than ${MAX_VALIDITY / 86_400} days ahead.`);
}

function isCanonical(value: string): boolean {
  try {
    return parseIdentity(value) === value;
  } catch {
    return false;
  }
}
