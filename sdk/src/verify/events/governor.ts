import type { Hex } from "viem";
import { LeafKind } from "../../generated/enums.ts";
import { hashOperation, hashProposal, proposalSubject } from "../../governance.ts";
import { dataHash } from "../../ledger/preimages.ts";
import type { Chronicle, ChronicleProposal } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import type { Place } from "../problems.ts";
import type { EventLog, Handlers } from "./handler.ts";

/** What each vote adds to, in the order of the governor's numbers. */
const CHOICES = ["against", "for", "abstain"] as const;

// Whether a quorum was reached and a weight is right follows from Voice at a time past, which the governor itself asks.
export const governorHandlers = {
  ProposalCreated(chronicle, log) {
    const { proposalId, targets, values, calldatas, voteStart, voteEnd, description } = log.args;
    const { problems, proposals, deployment } = chronicle;
    const content = { targets, values, calldatas, description };
    problems.same("Proposals", "The id of a proposal", proposalId, hashProposal(content), log);
    if (proposals.has(proposalId)) problems.add("Proposals", `${proposalId} is proposed twice.`, log);
    if (voteEnd <= voteStart) problems.add("Proposals", `The vote on ${proposalId} has no time.`, log);
    proposals.set(proposalId, {
      operation: hashOperation(deployment.addresses.governor, content),
      state: "open",
      voteStart,
      voteEnd,
      voted: new Set(),
      votes: { against: 0n, for: 0n, abstain: 0n },
    });
  },

  VoteCast: takeVote,
  VoteCastWithParams: takeVote,

  ProposalExtended(chronicle, log) {
    const { proposalId, extendedDeadline } = log.args;
    const proposal = proposalIn(chronicle, proposalId, "open", log);
    if (proposal === undefined) return;
    if (extendedDeadline <= proposal.voteEnd)
      chronicle.problems.add("Proposals", `The vote on ${proposalId} is extended backwards.`, log);
    proposal.voteEnd = extendedDeadline;
  },

  ProposalCanceled(chronicle, log) {
    const proposal = proposalIn(chronicle, log.args.proposalId, "open", log);
    if (proposal !== undefined) proposal.state = "canceled";
  },

  ProposalQueued(chronicle, log) {
    const { proposalId, etaSeconds } = log.args;
    const proposal = proposalIn(chronicle, proposalId, "open", log);
    if (proposal === undefined) return;
    const { votes, voteEnd, operation } = proposal;
    proposal.state = "queued";
    proposal.eta = etaSeconds;
    if (votes.for <= votes.against)
      chronicle.problems.add("Proposals", `${proposalId} is queued without a majority.`, log);
    if (chronicle.timestamp !== undefined && chronicle.timestamp <= voteEnd)
      chronicle.problems.add("Proposals", `${proposalId} is queued before its vote ended.`, log);
    const kind = LeafKind.ProposalQueued;
    expectProposalLeaf(chronicle, log, {
      kind,
      proposalId,
      dataHash: dataHash.ProposalQueued(operation, etaSeconds),
    });
  },

  ProposalExecuted(chronicle, log) {
    const { proposalId } = log.args;
    const proposal = proposalIn(chronicle, proposalId, "queued", log);
    if (proposal === undefined) return;
    proposal.state = "executed";
    if (chronicle.timestamp !== undefined && chronicle.timestamp < (proposal.eta ?? 0n))
      chronicle.problems.add("Proposals", `${proposalId} is executed before its delay is over.`, log);
    const kind = LeafKind.ProposalExecuted;
    expectProposalLeaf(chronicle, log, {
      kind,
      proposalId,
      dataHash: dataHash.ProposalExecuted(proposal.operation),
    });
  },
} satisfies Handlers<
  | "ProposalCreated"
  | "VoteCast"
  | "VoteCastWithParams"
  | "ProposalExtended"
  | "ProposalCanceled"
  | "ProposalQueued"
  | "ProposalExecuted"
>;

/** Each account votes once, while the vote is open. */
function takeVote(chronicle: Chronicle, log: EventLog<"VoteCast" | "VoteCastWithParams">): void {
  const { voter, proposalId, support, weight } = log.args;
  const { problems, timestamp } = chronicle;
  const proposal = proposalIn(chronicle, proposalId, "open", log);
  const choice = CHOICES[support];
  if (choice === undefined) problems.add("Proposals", `${support} is no vote.`, log);
  if (proposal === undefined || choice === undefined) return;
  if (proposal.voted.has(voter)) problems.add("Proposals", `${voter} votes twice on ${proposalId}.`, log);
  if (timestamp !== undefined && (timestamp <= proposal.voteStart || timestamp > proposal.voteEnd))
    problems.add("Proposals", `${voter} votes on ${proposalId} out of time.`, log);
  proposal.voted.add(voter);
  proposal.votes[choice] += weight;
}

function proposalIn(
  { proposals, problems }: Chronicle,
  proposalId: bigint,
  state: ChronicleProposal["state"],
  place: Place,
): ChronicleProposal | undefined {
  const proposal = proposals.get(proposalId);
  if (proposal === undefined) problems.add("Proposals", `${proposalId} was never proposed.`, place);
  else problems.same("Proposals", `The state of ${proposalId}`, proposal.state, state, place);
  return proposal;
}

function expectProposalLeaf(
  chronicle: Chronicle,
  place: Place,
  { kind, proposalId, dataHash: hash }: { kind: LeafKind; proposalId: bigint; dataHash: Hex },
): void {
  const { governor: emitter } = chronicle.deployment.addresses;
  expectLeaf(chronicle, place, { kind, emitter, subject: proposalSubject(proposalId), dataHash: hash });
}
