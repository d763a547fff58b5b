import { createHash, type KeyObject, verify } from "node:crypto";
import { ByteReader, MalformedError, padded, unarmoured } from "./ByteReader.ts";
import { CURVES, type Curve, ecKey, ed25519Key, pairOf, rsaBits, rsaKey } from "./keys.ts";

/**
 * Detached OpenPGP signatures of version 4, as GnuPG and git make them (RFC 9580): which of some given keys signed a message.
 * Nothing else of OpenPGP is here. Names, expiry, trust and who vouches for whom play no part: a key is its numbers.
 */

const SIGNATURE_LABEL = "PGP SIGNATURE";
const KEY_LABEL = "PGP PUBLIC KEY BLOCK";

const Tag = { Signature: 2, PublicKey: 6, PublicSubkey: 14 } as const;
const Algorithm = { Rsa: 1, RsaSignOnly: 3, Ecdsa: 19, EdDsaLegacy: 22, Ed25519: 27 } as const;

const HASHES: Readonly<Record<number, string>> = {
  8: "sha256",
  9: "sha384",
  10: "sha512",
  12: "sha3-256",
  14: "sha3-512",
};
/** Curves by the bytes of their object identifiers, in hex. */
const CURVE_IDS: Readonly<Record<string, Curve>> = {
  "2a8648ce3d030107": "P-256",
  "2b81040022": "P-384",
  "2b81040023": "P-521",
};
const ED25519_ID = "2b06010401da470f01";
/** Subpackets that say something about a signature which changes nothing for us; any other that is critical is refused. */
const KNOWN_SUBPACKETS: ReadonlySet<number> = new Set([2, 3, 16, 20, 26, 28, 33, 35]);
/** A signature over a document as it is, byte for byte. */
const BINARY = 0x00;
/** Keys of one block that are looked at: people have a main key and a few more. */
const MAX_KEYS = 20;

export interface PgpKey {
  /** Of the key itself, a subkey's its own, as `gpg --list-keys --with-subkey-fingerprint` shows it. */
  fingerprint: string;
  algorithm: number;
  key: KeyObject;
  curve?: Curve;
}

export const isPgpSignature = (text: string): boolean =>
  text.startsWith(`-----BEGIN ${SIGNATURE_LABEL}-----`);

/**
 * The keys of an armoured block, subkeys too, as far as they are of a kind that is read.
 * @throws MalformedError if it has none
 */
export function pgpKeys(armoured: string): PgpKey[] {
  const bodies = packets(unarmoured(armoured, KEY_LABEL))
    .filter(({ tag }) => tag === Tag.PublicKey || tag === Tag.PublicSubkey)
    .slice(0, MAX_KEYS);
  const keys = bodies.flatMap(({ body }) => parseKey(body) ?? []);
  if (keys.length === 0)
    throw new MalformedError(
      "it has no key of a kind that is read: RSA, Ed25519, or ECDSA on a curve of NIST",
    );
  return keys;
}

/**
 * The fingerprint of the key among those given that signed a message; undefined if none of them did.
 * @throws MalformedError
 */
export function pgpSigner(
  message: Uint8Array,
  armoured: string,
  keys: readonly PgpKey[],
): string | undefined {
  const [packet, ...others] = packets(unarmoured(armoured, SIGNATURE_LABEL));
  if (packet?.tag !== Tag.Signature || others.length > 0)
    throw new MalformedError("it is not one detached signature");
  const signature = parseSignature(packet.body);
  const signed = Buffer.concat([message, signature.hashed, trailerOf(signature.hashed)]);
  return keys.find((key) => isSignedBy(key, signature, signed))?.fingerprint;
}

interface Packet {
  tag: number;
  body: Buffer;
}

function packets(bytes: Uint8Array): Packet[] {
  const reader = new ByteReader(bytes);
  const found: Packet[] = [];
  while (reader.left > 0) {
    const head = reader.u8();
    if ((head & 0x80) === 0) throw new MalformedError("a packet begins with another byte than it may");
    const isNew = (head & 0x40) !== 0;
    const tag = isNew ? head & 0x3f : (head >> 2) & 0x0f;
    found.push({ tag, body: reader.take(isNew ? newLength(reader) : oldLength(reader, head & 0x03)) });
  }
  return found;
}

function newLength(reader: ByteReader): number {
  const first = reader.u8();
  if (first < 192) return first;
  if (first < 224) return ((first - 192) << 8) + reader.u8() + 192;
  if (first === 255) return reader.u32();
  throw new MalformedError("a packet comes in parts");
}

function oldLength(reader: ByteReader, kind: number): number {
  if (kind === 0) return reader.u8();
  if (kind === 1) return reader.u16();
  if (kind === 2) return reader.u32();
  throw new MalformedError("a packet has no length");
}

/** Undefined for a kind that is not read, such as a key that encrypts. */
function parseKey(body: Buffer): PgpKey | undefined {
  const reader = new ByteReader(body);
  if (reader.u8() !== 4) return undefined;
  reader.u32(); // when it was made
  const algorithm = reader.u8();
  const bare = bareKey(algorithm, reader);
  if (bare === undefined) return undefined;
  reader.end();
  const size = Buffer.from([0x99, body.length >> 8, body.length & 0xff]);
  const fingerprint = createHash("sha1").update(size).update(body).digest("hex").toUpperCase();
  return { fingerprint, algorithm, ...bare };
}

function bareKey(algorithm: number, reader: ByteReader): Pick<PgpKey, "key" | "curve"> | undefined {
  switch (algorithm) {
    case Algorithm.Rsa:
    case Algorithm.RsaSignOnly: {
      const modulus = reader.mpi();
      return { key: rsaKey(modulus, reader.mpi()) };
    }
    case Algorithm.Ecdsa: {
      const curve = CURVE_IDS[reader.take(reader.u8()).toString("hex")];
      if (curve === undefined) return undefined;
      return { key: ecKey(curve, reader.mpi()), curve };
    }
    case Algorithm.EdDsaLegacy: {
      if (reader.take(reader.u8()).toString("hex") !== ED25519_ID) return undefined;
      const point = reader.mpi();
      if (point[0] !== 0x40) throw new MalformedError("an Ed25519 key begins with another byte than it may");
      return { key: ed25519Key(point.subarray(1)) };
    }
    case Algorithm.Ed25519:
      return { key: ed25519Key(reader.take(32)) };
    default:
      return undefined;
  }
}

interface Signature {
  algorithm: number;
  hash: string;
  /** The beginning of the packet, which is signed too. */
  hashed: Buffer;
  /** What only the algorithm understands. */
  numbers: Buffer;
}

function parseSignature(body: Buffer): Signature {
  const reader = new ByteReader(body);
  if (reader.u8() !== 4) throw new MalformedError("it is of another version than 4");
  if (reader.u8() !== BINARY) throw new MalformedError("it is not over a document as it is");
  const algorithm = reader.u8();
  const hash = HASHES[reader.u8()];
  if (hash === undefined) throw new MalformedError("it uses a hash that is broken or not known");
  const size = reader.u16();
  checkSubpackets(reader.take(size));
  const hashed = body.subarray(0, 6 + size);
  reader.take(reader.u16()); // not signed: of no use
  reader.u16(); // the beginning of the hash, for those who search
  return { algorithm, hash, hashed, numbers: reader.rest() };
}

function checkSubpackets(bytes: Uint8Array): void {
  const reader = new ByteReader(bytes);
  while (reader.left > 0) {
    const length = newLength(reader);
    if (length === 0) throw new MalformedError("a part of it is empty");
    const type = reader.take(length)[0] ?? 0;
    if ((type & 0x80) !== 0 && !KNOWN_SUBPACKETS.has(type & 0x7f))
      throw new MalformedError("it demands something that is not known");
  }
}

function trailerOf(hashed: Buffer): Buffer {
  const trailer = Buffer.from([4, 0xff, 0, 0, 0, 0]);
  trailer.writeUInt32BE(hashed.length, 2);
  return trailer;
}

const isRsa = (algorithm: number) => algorithm === Algorithm.Rsa || algorithm === Algorithm.RsaSignOnly;

function isSignedBy({ algorithm, key, curve }: PgpKey, signature: Signature, signed: Buffer): boolean {
  if (algorithm !== signature.algorithm && !(isRsa(algorithm) && isRsa(signature.algorithm))) return false;
  const { hash, numbers } = signature;
  const reader = new ByteReader(numbers);
  if (isRsa(algorithm)) {
    const number = reader.mpi();
    reader.end();
    const size = rsaBits(key) / 8;
    // A number too large for this key is a signature by a larger one.
    return number.length <= size && verify(hash, signed, key, padded(number, size));
  }
  if (algorithm === Algorithm.Ed25519) return verify(null, digestOf(hash, signed), key, reader.take(64));
  const [r, s] = [reader.mpi(), reader.mpi()];
  reader.end();
  if (curve === undefined) return verify(null, digestOf(hash, signed), key, pairOf(r, s, 32));
  const size = CURVES[curve];
  if (r.length > size || s.length > size) return false;
  return verify(hash, signed, { key, dsaEncoding: "ieee-p1363" }, pairOf(r, s, size));
}

const digestOf = (hash: string, message: Buffer): Buffer => createHash(hash).update(message).digest();
