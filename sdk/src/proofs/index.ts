/** Proofs that an identity belongs to an account, and who checks them. Needs Node, and the `git` binary. */
export { CHALLENGE_NAMESPACE, type LinkWish, linkChallenge } from "./challenge.ts";
export { checkClaim, defineProof } from "./checkClaim.ts";
export {
  type Claim,
  checkWish,
  claimId,
  claimSchema,
  MAX_CLAIM_BYTES,
  MAX_VALIDITY,
  readClaim,
  wishOf,
} from "./claim.ts";
export { ProofAwayError, ProofError } from "./errors.ts";
export { fundingFile } from "./funding.ts";
export { gitSignature } from "./gitSignature.ts";
export type { AccountCheck, CreditedWork, Proof, ProofTools, Wish } from "./Proof.ts";
export { borrowRepository } from "./repositories.ts";
export { accountCheck, createTools } from "./tools.ts";
