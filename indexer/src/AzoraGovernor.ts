import type { Context, Event } from "ponder:registry";
import { governorSetting, proposal, vote } from "ponder:schema";
import { azoraGovernorAbi, proposalSubject } from "@azora/sdk";
import { type AbiParameter, decodeAbiParameters, getAbiItem, type Hex, isHex, keccak256 } from "viem";
import { noteAccount } from "./stores/accounts.ts";
import { nextLeaf } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";
import { countIn } from "./stores/series.ts";

/** What a vote counts for, by the governor's numbers. */
const COUNTS = ["votesAgainst", "votesFor", "votesAbstain"] as const;

ponder.on("AzoraGovernor:ProposalCreated", async ({ event, context }) => {
  const { proposalId, proposer, targets, values, calldatas, voteStart, voteEnd, description } = event.args;
  const { timestamp, number } = event.block;
  await noteAccount(context, proposer, timestamp);
  await context.db.insert(proposal).values({
    id: proposalSubject(proposalId),
    event: event.id,
    proposer,
    targets: [...targets],
    amounts: [...values],
    calldatas: [...calldatas],
    description,
    descriptionHash: keccak256(rawDescription(event.log)),
    proposedAt: timestamp,
    voteStart,
    voteEnd,
    votesAgainst: 0n,
    votesFor: 0n,
    votesAbstain: 0n,
    voters: 0,
    block: number,
    tx: event.transaction.hash,
  });
});

/** The event, with the description as the bytes that it is: what is no text cannot be hashed once it was decoded. */
const RAW = getAbiItem({ abi: azoraGovernorAbi, name: "ProposalCreated" }).inputs.map((input) =>
  input.name === "description" ? { ...input, type: "bytes" as const } : input,
);

function rawDescription({ data }: Pick<Event<"AzoraGovernor:ProposalCreated">["log"], "data">): Hex {
  const description: unknown = decodeAbiParameters<readonly AbiParameter[]>(RAW, data).at(-1);
  if (!isHex(description)) throw new Error("The description of a proposal cannot be read.");
  return description;
}

ponder.on("AzoraGovernor:VoteCast", ({ event, context }) => takeVote(context, event));
ponder.on("AzoraGovernor:VoteCastWithParams", ({ event, context }) => takeVote(context, event));

async function takeVote(
  context: Context,
  event: Event<"AzoraGovernor:VoteCast" | "AzoraGovernor:VoteCastWithParams">,
) {
  const { voter, proposalId, support, weight, reason } = event.args;
  const id = proposalSubject(proposalId);
  const count = COUNTS[support];
  if (count === undefined) throw new Error(`${support} is no vote that the governor takes.`);
  await noteAccount(context, voter, event.block.timestamp);
  await context.db.insert(vote).values({
    proposal: id,
    voter,
    support,
    weight,
    reason,
    castAt: event.block.timestamp,
    tx: event.transaction.hash,
  });
  await context.db
    .update(proposal, { id })
    .set((row) => ({ [count]: row[count] + weight, voters: row.voters + 1 }));
  await countIn(context, event.block.timestamp, { voted: 1 });
}

ponder.on("AzoraGovernor:ProposalExtended", async ({ event, context }) => {
  const { proposalId, extendedDeadline } = event.args;
  await context.db.update(proposal, { id: proposalSubject(proposalId) }).set({ voteEnd: extendedDeadline });
});

ponder.on("AzoraGovernor:ProposalCanceled", async ({ event, context }) => {
  await context.db
    .update(proposal, { id: proposalSubject(event.args.proposalId) })
    .set({ canceledAt: event.block.timestamp });
});

ponder.on("AzoraGovernor:ProposalQueued", async ({ event, context }) => {
  const { proposalId, etaSeconds } = event.args;
  await context.db
    .update(proposal, { id: proposalSubject(proposalId) })
    .set({ queuedAt: event.block.timestamp, queuedLeaf: await nextLeaf(context), eta: etaSeconds });
});

ponder.on("AzoraGovernor:ProposalExecuted", async ({ event, context }) => {
  await context.db
    .update(proposal, { id: proposalSubject(event.args.proposalId) })
    .set({ executedAt: event.block.timestamp, executedLeaf: await nextLeaf(context) });
});

async function note(context: Context, settings: Record<string, bigint>) {
  for (const [name, value] of Object.entries(settings)) {
    await context.db.insert(governorSetting).values({ name, value }).onConflictDoUpdate({ value });
  }
}

ponder.on("AzoraGovernor:QuorumSet", ({ event, context }) =>
  note(context, { quorumPpm: event.args.ppm, quorumFloor: event.args.floor }),
);
ponder.on("AzoraGovernor:VotingDelaySet", ({ event, context }) =>
  note(context, { votingDelay: event.args.newVotingDelay }),
);
ponder.on("AzoraGovernor:VotingPeriodSet", ({ event, context }) =>
  note(context, { votingPeriod: event.args.newVotingPeriod }),
);
ponder.on("AzoraGovernor:ProposalThresholdSet", ({ event, context }) =>
  note(context, { proposalThreshold: event.args.newProposalThreshold }),
);
ponder.on("AzoraGovernor:LateQuorumVoteExtensionSet", ({ event, context }) =>
  note(context, { lateQuorumVoteExtension: event.args.newVoteExtension }),
);
