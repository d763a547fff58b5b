/** The claim does not hold, in a sentence for whoever made it. Asking again changes nothing until they change something. */
export class ProofError extends Error {
  override name = "ProofError";
}

/** It cannot be known now whether the claim holds: something that is needed is away. Ask again later. */
export class ProofAwayError extends Error {
  override name = "ProofAwayError";
}
