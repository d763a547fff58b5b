import canonicalize from "canonicalize";
import { hexToBytes, sha256, stringToBytes } from "viem";
import { type Manifest, manifestSchema } from "./schema.ts";

export type EvidenceHash = `0x${string}`;

/**
 * The bytes of a manifest that are hashed: UTF-8 of its RFC 8785 form (sorted keys, no white space, one spelling
 * of each number), so that two programs that agree on the facts agree on the hash.
 * @throws ZodError when it is no manifest, so that nothing malformed ever gets a hash
 */
export function canonicalManifest(manifest: Manifest): Uint8Array {
  const json = canonicalize(manifestSchema.parse(manifest));
  if (json === undefined) throw new TypeError("A manifest always has a canonical form.");
  return stringToBytes(json);
}

/** SHA-256 of the canonical bytes: the `evidenceHash` of PROTOCOL section 1. */
export function evidenceHash(manifest: Manifest): EvidenceHash {
  return sha256(canonicalManifest(manifest));
}

/** Version 1, raw bytes, SHA-256, 32 bytes of digest: each one varint byte (multiformats CID, multicodec). */
const CID_PREFIX = [0x01, 0x55, 0x12, 0x20];
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * The CIDv1 under which IPFS knows the canonical bytes: `b` + base32(01 55 12 20 ‖ hash), lower case, unpadded.
 * @throws RangeError when the hash is not 32 bytes
 */
export function evidenceCid(hash: EvidenceHash): string {
  if (!/^0x[0-9a-fA-F]{64}$/.test(hash)) throw new RangeError("An evidence hash is 32 bytes.");
  let cid = "b";
  let buffer = 0;
  let bits = 0;
  for (const byte of [...CID_PREFIX, ...hexToBytes(hash)]) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) cid += BASE32.charAt((buffer >> (bits - 5)) & 31);
  }
  return bits === 0 ? cid : cid + BASE32.charAt((buffer << (5 - bits)) & 31);
}
