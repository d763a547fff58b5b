import { MalformedError } from "./ByteReader.ts";
import { CHALLENGE_NAMESPACE } from "./challenge.ts";
import { ProofError } from "./errors.ts";
import { isPgpSignature, type PgpKey, pgpKeys, pgpSigner } from "./pgp.ts";
import { isSshSignature, sshSigner } from "./ssh.ts";

/** The keys of whoever makes a claim. */
export interface ClaimedKeys {
  /** Fingerprints of all that signed the challenge. */
  names: string[];
  /** OpenPGP keys by which signatures of commits can be checked. */
  pgp: PgpKey[];
}

/**
 * The keys that signed a challenge.
 * @param publicKeys OpenPGP's, armoured. SSH signatures bring theirs along.
 * @throws ProofError unless each signature is one of the challenge
 */
export function claimedKeys(
  challenge: string,
  signatures: readonly string[],
  publicKeys: readonly string[],
): ClaimedKeys {
  const message = Buffer.from(challenge);
  const pgp = publicKeys.flatMap((block, index) => readable(`publicKeys.${index}`, () => pgpKeys(block)));
  const names = signatures.map((signature, index) => {
    const where = `signatures.${index}`;
    const signer = readable(where, () => signerOf(message, signature, CHALLENGE_NAMESPACE, pgp));
    if (signer !== undefined) return signer;
    const by = isPgpSignature(signature) ? " by one of the public keys" : "";
    throw new ProofError(`The claim's proof.${where} is not a signature of this challenge${by}.`);
  });
  return { names: [...new Set(names)], pgp };
}

/**
 * The fingerprint of the key that signed a message; undefined if none that is known did.
 * @throws MalformedError
 */
export function signerOf(
  message: Buffer,
  signature: string,
  namespace: string,
  keys: readonly PgpKey[],
): string | undefined {
  if (isSshSignature(signature)) return sshSigner(message, signature, namespace);
  if (isPgpSignature(signature)) return pgpSigner(message, signature, keys);
  throw new MalformedError("it is neither an SSH nor an OpenPGP signature");
}

function readable<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    throw new ProofError(`The claim's proof.${where} cannot be read: ${error.message}.`, { cause: error });
  }
}
