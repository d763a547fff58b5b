import { formatEth, formatPpm, formatTime, short } from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

const ppm = (weight: bigint) => formatPpm(weight);

export const attributionRegistrySentences = {
  AttributionRegistry_NotProofOfValue: ([caller]) =>
    `Only ProofOfValue may release a registration bond; the caller is ${short(caller)}.`,
  AttributionRegistry_NotTimelock: ([caller]) =>
    `Only the timelock may appoint or dismiss attestors; the caller is ${short(caller)}.`,
  AttributionRegistry_AlreadyRegistered: ([contribution]) =>
    `This account has already registered this evidence, as contribution ${short(contribution)}.`,
  AttributionRegistry_EmptyEvidence: () => "The evidence hash is empty: pass the SHA-256 of the manifest.",
  AttributionRegistry_NoContributors: () => "The attribution names no contributor.",
  AttributionRegistry_TooManyShares: ([count, limit]) =>
    `The attribution has a list of ${count} shares; at most ${limit} are possible.`,
  AttributionRegistry_NotAscending: ([position, node]) =>
    `The shares are not strictly ascending by node at place ${position} (${short(node)}): sort them and merge duplicates.`,
  AttributionRegistry_WeightTooSmall: ([node, weight, minimum]) =>
    `The share of ${short(node)} is ${ppm(weight)}; the least is ${ppm(minimum)}.`,
  AttributionRegistry_WeightsNotWhole: ([sum, required]) =>
    `The contributors' shares add up to ${ppm(sum)} instead of ${ppm(required)}.`,
  AttributionRegistry_UpstreamTooHeavy: ([sum, limit]) =>
    `The upstream shares add up to ${ppm(sum)}; the rules allow ${ppm(limit)}.`,
  AttributionRegistry_InvalidContributor: ([node]) =>
    `${short(node)} cannot be a contributor: only accounts and identities can.`,
  AttributionRegistry_InvalidUpstream: ([node]) =>
    `${short(node)} cannot be upstream: only contributions can.`,
  AttributionRegistry_UpstreamNotAccepted: ([contribution]) =>
    `Contribution ${short(contribution)} cannot be cited, because it has not been accepted.`,
  AttributionRegistry_ProtocolAddress: ([account]) =>
    `${short(account)} is one of the protocol's own contracts, which cannot be credited.`,
  AttributionRegistry_BondTooSmall: ([sent, required]) =>
    `The registration bond is ${formatEth(required)} now, but ${formatEth(sent)} was sent. It doubles while many works wait for a score.`,
  AttributionRegistry_UriTooLong: ([length, limit]) =>
    `The URI has ${length} bytes; at most ${limit} are possible.`,
  AttributionRegistry_AttributionMismatch: ([contribution]) =>
    `The contributors given are not those registered for contribution ${short(contribution)}.`,
  AttributionRegistry_UnknownContribution: ([contribution]) =>
    `There is no contribution ${short(contribution)}.`,
  AttributionRegistry_NotIdentity: ([node]) => `${short(node)} is not an identity, so it cannot be linked.`,
  AttributionRegistry_InvalidAccount: ([account]) => `${short(account)} is not an account.`,
  AttributionRegistry_DeadlinePassed: ([deadline]) =>
    `The attestations were valid until ${formatTime(deadline)}: ask the attestors for new ones.`,
  AttributionRegistry_TooFewAttestations: ([count, threshold]) =>
    `A link needs the attestations of ${threshold} attestors; ${count} came.`,
  AttributionRegistry_AttestorsNotAscending: ([attestor]) =>
    `The attestors are not strictly ascending by address at ${short(attestor)}: sort them and drop duplicates.`,
  AttributionRegistry_AlreadyAttestor: ([account]) => `${short(account)} is an attestor already.`,
  AttributionRegistry_NotAttestor: ([account]) => `${short(account)} is not an attestor in office.`,
  AttributionRegistry_InvalidSignature: ([attestor]) =>
    `The signature of attestor ${short(attestor)} is not valid for this identity, account, nonce and deadline.`,
  AttributionRegistry_LinkExists: ([identity, account]) =>
    `Identity ${short(identity)} is already linked, or about to be, to ${short(account)}.`,
  AttributionRegistry_NoPendingLink: ([identity]) =>
    `Identity ${short(identity)} has no link that could still be vetoed.`,
} satisfies SentencesFor<ErrorsOf<"AttributionRegistry">>;
