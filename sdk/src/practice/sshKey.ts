import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";

/** SSH keys for the practice network and for tests: what `ssh-keygen -Y sign` does, with a key that follows from a seed. */

export interface SshKey {
  /** As a line of `authorized_keys` has it. */
  publicKey: string;
  /** An armoured signature for a purpose: `git` for a commit, `azora-link` for a challenge. */
  sign(message: string | Uint8Array, namespace: string): string;
}

/** PKCS #8 of an Ed25519 key, up to its 32 bytes (RFC 8410, section 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** Everybody who knows the seed has the key. */
export function practiceSshKey(seed: string): SshKey {
  const secret = createHash("sha256").update(`Azora practice SSH key ${seed}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: "der", type: "pkcs8" });
  return sshKeyOf(key);
}

export const ed25519Blob = (key: KeyObject): Buffer =>
  Buffer.concat([text("ssh-ed25519"), string(jwkField(key, "x"))]);

function sshKeyOf(key: KeyObject): SshKey {
  const blob = ed25519Blob(key);
  return {
    publicKey: `ssh-ed25519 ${blob.toString("base64")}`,
    sign: (message, namespace) =>
      sshSignature({ message, namespace, blob }, (signed) =>
        Buffer.concat([text("ssh-ed25519"), string(sign(null, signed, key))]),
      ),
  };
}

export interface SshSigning {
  message: string | Uint8Array;
  namespace: string;
  /** The public key. */
  blob: Uint8Array;
  hash?: string;
}

/** The armoured signature; `bare` signs what the format says is to be signed. */
export function sshSignature(
  { message, namespace, blob, hash = "sha512" }: SshSigning,
  bare: (signed: Buffer) => Buffer,
): string {
  const digest = createHash(hash).update(message).digest();
  const common = [text(namespace), text(""), text(hash)];
  const signature = bare(Buffer.concat([Buffer.from("SSHSIG"), ...common, string(digest)]));
  const version = Buffer.from([0, 0, 0, 1]);
  const whole = Buffer.concat([Buffer.from("SSHSIG"), version, string(blob), ...common, string(signature)]);
  const lines = whole.toString("base64").match(/.{1,70}/g) ?? [];
  return ["-----BEGIN SSH SIGNATURE-----", ...lines, "-----END SSH SIGNATURE-----", ""].join("\n");
}

/** SSH's string: its length, then its bytes. */
export function string(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export const text = (value: string): Buffer => string(Buffer.from(value));

/** A number of a public key. */
export function jwkField(key: KeyObject, field: "x" | "y" | "n" | "e"): Buffer {
  const jwk = createPublicKey(key.type === "public" ? key.export({ format: "pem", type: "spki" }) : key);
  return Buffer.from(jwk.export({ format: "jwk" })[field] ?? "", "base64url");
}
