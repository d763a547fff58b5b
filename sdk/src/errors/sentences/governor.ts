import { formatSeconds, short } from "../../units.ts";
import type { AbiErrorName, ErrorsOf, SentencesFor } from "../abi.ts";

/** As in OpenZeppelin's enum `ProposalState`. */
const STATES = [
  "waiting for its vote",
  "being voted on",
  "canceled",
  "defeated",
  "passed",
  "queued",
  "expired",
  "executed",
];

const formatVoice = (units: bigint): string => `${units / 10n ** 18n} AZR of Voice`;

const named = (proposal: bigint): string => short(`0x${proposal.toString(16).padStart(64, "0")}`);

/** The governor's own, and those of OpenZeppelin's Governor. */
export const governorSentences = {
  AzoraGovernor_InvalidQuorum: ([ppm, floor]) =>
    `A quorum of ${ppm} parts per million, and of ${formatVoice(floor)} at least, is none or too much.`,
  AzoraGovernor_SettingOutOfBounds: ([value, min, max]) =>
    `The setting must be from ${min} to ${max}, a factor of four from its first value; ${value} is not.`,
  AzoraGovernor_TimelockIsFixed: () => "The governor's timelock can never be changed.",
  GovernorAlreadyCastVote: ([voter]) => `${short(voter)} has voted already.`,
  GovernorAlreadyQueuedProposal: ([proposal]) => `Proposal ${named(proposal)} has been queued already.`,
  GovernorDisabledDeposit: () => "The governor takes no ETH for itself.",
  GovernorInsufficientProposerVotes: ([proposer, votes, threshold]) =>
    `A proposal needs ${formatVoice(threshold)}; ${short(proposer)} has ${formatVoice(votes)}.`,
  GovernorInvalidProposalLength: ([targets, calldatas, values]) =>
    `The proposal has ${targets} targets, ${calldatas} calls and ${values} values; they must be as many, and at least one.`,
  GovernorInvalidSignature: ([voter]) => `The vote is not signed by ${short(voter)}.`,
  GovernorInvalidVoteParams: () => "A vote takes no parameters beside its choice.",
  GovernorInvalidVoteType: () => "A vote is against, for, or an abstention.",
  GovernorInvalidVotingPeriod: ([period]) => `A vote cannot last ${formatSeconds(period)}.`,
  GovernorNonexistentProposal: ([proposal]) => `There is no proposal ${named(proposal)}.`,
  GovernorOnlyExecutor: ([account]) =>
    `Only a proposal that passed may do this, by the timelock; the caller is ${short(account)}.`,
  GovernorPreventLateQuorumVoteExtensionTooLarge: ([extension, most]) =>
    `A vote can be extended by its period of ${formatSeconds(most)} at most, not by ${formatSeconds(extension)}.`,
  GovernorProposalQueueingFailed: ([proposal]) => `Proposal ${named(proposal)} could not be queued.`,
  GovernorProposalQueueingNotRequired: ([proposal]) => `Proposal ${named(proposal)} needs no queue.`,
  GovernorRestrictedProposer: ([proposer]) =>
    `The description keeps this proposal for another account than ${short(proposer)}.`,
  GovernorUnableToCancel: ([proposal, account]) =>
    `${short(account)} cannot cancel proposal ${named(proposal)}: its proposer can, before the vote begins.`,
  GovernorUnexpectedProposalState: ([proposal, current]) =>
    `Proposal ${named(proposal)} is ${STATES[current] ?? `in state ${current}`}, which does not allow this.`,
  ERC6372InconsistentClock: () => "The clock of the votes is not the one that it says it is.",
} satisfies SentencesFor<
  | ErrorsOf<"AzoraGovernor">
  | Extract<AbiErrorName, `Governor${string}`>
  | Extract<AbiErrorName, "ERC6372InconsistentClock">
>;
