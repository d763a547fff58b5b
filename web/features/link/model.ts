import { IdentityError, parsePerson } from "@azora/sdk";
import { type Claim, type LinkWish, readClaim, repositoryUrl } from "@azora/sdk/claims";
import type { Hex } from "viem";

/** How an identity can be shown to be somebody's; undefined where nobody has thought of a way yet. */
export type ProofKind = "git-signature" | "funding-json";

export function proofKindOf(identity: string): ProofKind | undefined {
  if (identity.startsWith("git:")) return "git-signature";
  return repositoryUrl(identity) === undefined ? undefined : "funding-json";
}

/** An identity as it was typed, in its canonical form; or what is wrong with it, in a sentence. */
export function readIdentity(text: string): { identity: string } | { trouble: string | undefined } {
  try {
    const identity = parsePerson(text);
    return identity.startsWith("0x") ? { trouble: undefined } : { identity };
  } catch (error) {
    if (error instanceof IdentityError) return { trouble: error.message };
    throw error;
  }
}

/** What is typed beside the text's signature by the account. */
export interface Typed {
  /** The text's signature by the key of the commits, as ssh-keygen or gpg wrote it. */
  readonly signature: string;
  /** OpenPGP's public key, armoured; empty for SSH. */
  readonly publicKey: string;
  /** Where the history is, with `#ref` if it is not the default branch. */
  readonly repository: string;
}

/** What is still missing of a proof; undefined if nothing is. */
export function missingOf(
  identity: string,
  { signature, repository }: Typed,
): "signature" | "repository" | undefined {
  if (proofKindOf(identity) !== "git-signature") return undefined;
  if (signature.trim() === "") return "signature";
  return repository.trim() === "" ? "repository" : undefined;
}

/** What a FUNDING.json has to say for a claim. */
export const fundingFileFor = (chainId: number, account: string): string =>
  JSON.stringify({ azora: { [`eip155:${chainId}`]: { ownedBy: account } } }, null, 2);

/** @throws ProofError, with what is wrong first */
export function claimOf(
  { chainId, registry }: { chainId: number; registry: string },
  wish: LinkWish,
  accountSignature: Hex,
  typed: Typed,
): Claim {
  return readClaim({
    ...{ version: 1, chainId, registry, ...wish, accountSignature },
    proof: proofKindOf(wish.identity) === "git-signature" ? signatureProof(typed) : { kind: "funding-json" },
  });
}

function signatureProof({ signature, publicKey, repository }: Typed): Claim["proof"] {
  const [url = "", ref = "HEAD"] = repository.trim().split("#");
  return {
    ...{ kind: "git-signature", repositories: [{ url, ref }], signatures: [`${signature.trim()}\n`] },
    publicKeys: publicKey.trim() === "" ? [] : [`${publicKey.trim()}\n`],
  };
}
