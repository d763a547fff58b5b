import type { Address, Hex } from "viem";
import { linkChallenge } from "./challenge.ts";
import { type Claim, checkWish, wishOf } from "./claim.ts";
import { ProofError } from "./errors.ts";
import type { AccountCheck, Proof, ProofParts, ProofTools } from "./Proof.ts";

/** Makes a kind of proof whose check is given nothing that does not fit its schema. */
export const defineProof = <Evidence>({ kind, schema, fits, check }: ProofParts<Evidence>): Proof => ({
  kind,
  fits,
  async check(wish, evidence, tools) {
    const { success, data, error } = schema.safeParse(evidence);
    if (success) return check(wish, data, tools);
    const issue = error.issues[0];
    const where = ["proof", ...(issue?.path ?? [])].join(".");
    throw new ProofError(`The claim does not fit: ${where} ${issue?.message}.`);
  },
});

/**
 * Checks a whole claim by the kinds of proof that are given.
 * @returns what was seen, in sentences
 * @throws ProofError if it does not hold, ProofAwayError if that cannot be known now
 */
export async function checkClaim(
  claim: Claim,
  proofs: readonly Proof[],
  tools: ProofTools,
  isSignedBy: AccountCheck,
): Promise<string[]> {
  const { deployment, now } = tools;
  checkWish(claim, deployment, now);
  const proof = proofs.find(({ kind }) => kind === claim.proof.kind);
  if (proof === undefined) {
    const known = proofs.map(({ kind }) => kind).join(", ");
    throw new ProofError(
      `Proofs of the kind "${claim.proof.kind}" are not checked here; these are: ${known}.`,
    );
  }
  if (!proof.fits(claim.identity))
    throw new ProofError(`A proof of the kind "${proof.kind}" says nothing of ${claim.identity}.`);
  const wish = wishOf(claim);
  const challenge = linkChallenge(deployment, wish);
  if (!(await isSignedBy(claim.account as Address, challenge, claim.accountSignature as Hex)))
    throw new ProofError(`The account's signature is not one of ${claim.account} under this challenge.`);
  const seen = await proof.check({ ...wish, challenge }, claim.proof, tools);
  return [`${claim.account} signed the challenge.`, ...seen];
}
