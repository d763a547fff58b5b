import { getAddress, isAddress } from "viem";
import { z } from "zod";
import { Attributions, Flow } from "../generated/constants.ts";
import { parseIdentity } from "../identity.ts";

/** A number that counts things. At most 2^53 - 1, so every reader of JSON reads the same number (RFC 8785). */
export const count = z.int().nonnegative();

/** Text without control characters or lone surrogates: what `cleanText` gives. */
export const text = (limit: number) =>
  z
    .string()
    .max(2 * limit)
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), "must be valid Unicode on one line");

/** SHA-1 or SHA-256 name of a git object, in lower-case hex. */
export const objectName = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "must be a full git object name");
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits");
/** An author of git's: `emailIdentity` of the address. */
export const gitNode = z.string().regex(/^git:[0-9a-f]{64}$/, "must be git:<SHA-256 of an e-mail address>");

/** An address with its EIP-55 checksum. Lower case alone is refused: one address must have one spelling. */
export const address = z
  .string()
  .refine(
    (value) => isAddress(value, { strict: false }) && getAddress(value) === value,
    "must be a checksummed address",
  );

/** An identity in its provider's canonical case, or an account's checksummed address. */
const identity = z.string().refine(isCanonicalIdentity, "must be provider:subject in the provider's case");
export const node = z.union([identity, address]);

/** A part of the pot in ppm, at least 0.01% (PROTOCOL section 1). */
export const weight = z.int().min(Attributions.MIN_WEIGHT).max(Flow.TOTAL);

const sumOf = (shares: readonly { weight: number }[]) => shares.reduce((sum, share) => sum + share.weight, 0);

export const contributors = z
  .array(z.strictObject({ node, weight }))
  .min(1)
  .max(Attributions.MAX_SHARES)
  .refine((shares) => sumOf(shares) === Flow.TOTAL, "weights must sum to 1,000,000")
  .refine(
    (shares) => new Set(shares.map((share) => share.node)).size === shares.length,
    "a node stands twice",
  );

export const upstream = z
  .array(z.strictObject({ key: z.string().min(1).max(200), weight }))
  .max(Attributions.MAX_SHARES)
  .refine((shares) => sumOf(shares) <= Flow.TOTAL, "upstream weights must not exceed 1,000,000")
  .refine((shares) => new Set(shares.map((share) => share.key)).size === shares.length, "a key stands twice");

function isCanonicalIdentity(value: string): boolean {
  try {
    return parseIdentity(value) === value;
  } catch {
    return false;
  }
}
