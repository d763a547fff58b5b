import { createHash, type KeyObject, verify } from "node:crypto";
import { ByteReader, MalformedError, padded, unarmoured } from "./ByteReader.ts";
import { CURVES, type Curve, ecKey, ed25519Key, pairOf, rsaBits, rsaKey } from "./keys.ts";

/** Signatures as `ssh-keygen -Y sign` and git make them (PROTOCOL.sshsig of OpenSSH). */

const LABEL = "SSH SIGNATURE";
const MAGIC = "SSHSIG";
const VERSION = 1;
const HASHES: ReadonlySet<string> = new Set(["sha256", "sha512"]);

/** The user was there and touched the device. */
const TOUCHED = 0x01;

interface SshKey {
  type: string;
  key: KeyObject;
  curve?: Curve;
  /** Of a key on a security device. */
  application?: Buffer;
}

export const isSshSignature = (text: string): boolean => text.startsWith(`-----BEGIN ${LABEL}-----`);

/**
 * The fingerprint of the key that signed a message, as `ssh-keygen -l` shows it; undefined if the signature is of another
 * message. The key stands in the signature: whose it is, is for the caller to know.
 * @param namespace What the signature is for, so that a commit's is of no use for anything else.
 * @throws MalformedError
 */
export function sshSigner(message: Uint8Array, armoured: string, namespace: string): string | undefined {
  const reader = new ByteReader(unarmoured(armoured, LABEL));
  if (reader.take(MAGIC.length).toString("latin1") !== MAGIC)
    throw new MalformedError("it is no SSH signature");
  if (reader.u32() !== VERSION) throw new MalformedError("it is of another version than 1");
  const publicKey = reader.string();
  const signedFor = reader.string();
  const reserved = reader.string();
  const hash = reader.string().toString("latin1");
  const signature = reader.string();
  reader.end();
  if (signedFor.toString("utf8") !== namespace)
    throw new MalformedError(
      `it was made with -n ${JSON.stringify(signedFor.toString("utf8"))}, not ${namespace}`,
    );
  if (!HASHES.has(hash)) throw new MalformedError(`it uses the hash ${JSON.stringify(hash)}`);
  const digest = createHash(hash).update(message).digest();
  const signed = Buffer.concat([
    Buffer.from(MAGIC),
    ...[signedFor, reserved, Buffer.from(hash), digest].map(sshString),
  ]);
  const isValid = verifyBare(signed, parseKey(publicKey), signature);
  return isValid ? fingerprintOf(publicKey) : undefined;
}

export const sshString = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

const fingerprintOf = (publicKey: Uint8Array): string =>
  `SHA256:${createHash("sha256").update(publicKey).digest("base64").replace(/=+$/, "")}`;

function parseKey(bytes: Uint8Array): SshKey {
  const reader = new ByteReader(bytes);
  const type = reader.string().toString("latin1");
  const key = bareKey(type, reader);
  const application = type.startsWith("sk-") ? { application: reader.string() } : {};
  reader.end();
  return { type, ...key, ...application };
}

function bareKey(type: string, reader: ByteReader): Pick<SshKey, "key" | "curve"> {
  switch (type) {
    case "ssh-ed25519":
    case "sk-ssh-ed25519@openssh.com":
      return { key: ed25519Key(reader.string()) };
    case "ssh-rsa": {
      const exponent = reader.string();
      return { key: rsaKey(reader.string(), exponent) };
    }
    case "ecdsa-sha2-nistp256":
    case "ecdsa-sha2-nistp384":
    case "ecdsa-sha2-nistp521":
    case "sk-ecdsa-sha2-nistp256@openssh.com": {
      const curve = CURVE_NAMES[reader.string().toString("latin1")];
      if (curve === undefined || !type.includes(curve.replace("P-", "nistp")))
        throw new MalformedError("its curve does not fit its kind");
      return { key: ecKey(curve, reader.string()), curve };
    }
    default:
      throw new MalformedError(`keys of the kind ${JSON.stringify(type)} are not read`);
  }
}

const CURVE_NAMES: Readonly<Record<string, Curve>> = {
  nistp256: "P-256",
  nistp384: "P-384",
  nistp521: "P-521",
};
const CURVE_HASHES: Readonly<Record<Curve, string>> = {
  "P-256": "sha256",
  "P-384": "sha384",
  "P-521": "sha512",
};
/** SHA-1, which is `ssh-rsa` as a signature, is not among them. */
const RSA_HASHES: Readonly<Record<string, string>> = { "rsa-sha2-256": "sha256", "rsa-sha2-512": "sha512" };

function verifyBare(message: Buffer, { type, key, curve, application }: SshKey, signature: Buffer): boolean {
  const reader = new ByteReader(signature);
  const format = reader.string().toString("latin1");
  const blob = reader.string();
  let signed = message;
  if (application !== undefined) {
    // A device signs hashes, with what it knows of the moment.
    const flags = reader.take(1);
    const counter = reader.take(4);
    if (((flags[0] ?? 0) & TOUCHED) === 0) throw new MalformedError("nobody touched the device that signed");
    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
    signed = Buffer.concat([sha256(application), flags, counter, sha256(message)]);
  }
  reader.end();
  if (type === "ssh-rsa") {
    const hash = RSA_HASHES[format];
    if (hash === undefined)
      throw new MalformedError(`signatures of the kind ${JSON.stringify(format)} are not read`);
    return verify(hash, signed, key, padded(blob, rsaBits(key) / 8));
  }
  if (format !== type) throw new MalformedError("the signature is of another kind than its key");
  if (curve === undefined) return verify(null, signed, key, blob);
  const numbers = new ByteReader(blob);
  const [r, s] = [numbers.string(), numbers.string()];
  numbers.end();
  const pair = pairOf(r, s, CURVES[curve]);
  return verify(CURVE_HASHES[curve], signed, { key, dsaEncoding: "ieee-p1363" }, pair);
}
