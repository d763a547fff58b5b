/** What whoever claims an identity writes and signs. Unlike the rest of the proofs, it needs no Node: browsers do it too. */
export { CHALLENGE_NAMESPACE, type LinkWish, linkChallenge } from "./challenge.ts";
export { type Claim, readClaim } from "./claim.ts";
export { ProofError } from "./errors.ts";
export { repositoryUrl } from "./funding.ts";
