import { createPublicKey, type KeyObject } from "node:crypto";
import { MalformedError, padded } from "./ByteReader.ts";

/** Public keys of the kinds that sign commits, from their bare numbers. */

/** Below this an RSA key can be found from its public half with means that some have. */
const MIN_RSA_BITS = 2_048;

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export function ed25519Key(point: Uint8Array): KeyObject {
  if (point.length !== 32) throw new MalformedError("an Ed25519 key has 32 bytes");
  return fromJwk({ kty: "OKP", crv: "Ed25519", x: base64Url(point) });
}

export function rsaKey(modulus: Uint8Array, exponent: Uint8Array): KeyObject {
  const key = fromJwk({ kty: "RSA", n: base64Url(bare(modulus)), e: base64Url(bare(exponent)) });
  if (rsaBits(key) < MIN_RSA_BITS) throw new MalformedError(`an RSA key needs ${MIN_RSA_BITS} bits or more`);
  return key;
}

export const rsaBits = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0;

/** The curves of NIST, and the bytes of a coordinate. */
export const CURVES = { "P-256": 32, "P-384": 48, "P-521": 66 } as const;
export type Curve = keyof typeof CURVES;

/** @param point Uncompressed: 4, x, y. */
export function ecKey(curve: Curve, point: Uint8Array): KeyObject {
  const size = CURVES[curve];
  if (point.length !== 1 + 2 * size || point[0] !== 4)
    throw new MalformedError(`a key on ${curve} is an uncompressed point`);
  const [x, y] = [point.subarray(1, 1 + size), point.subarray(1 + size)];
  return fromJwk({ kty: "EC", crv: curve, x: base64Url(x), y: base64Url(y) });
}

/** A signature as Node takes it: both numbers in full length. */
export const pairOf = (r: Uint8Array, s: Uint8Array, size: number): Buffer =>
  Buffer.concat([padded(r, size), padded(s, size)]);

function bare(number: Uint8Array): Uint8Array {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array() : number.subarray(first);
}

function fromJwk(key: { kty: string; [name: string]: string }): KeyObject {
  try {
    return createPublicKey({ key, format: "jwk" });
  } catch {
    throw new MalformedError("its numbers are no public key");
  }
}
