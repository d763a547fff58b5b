import { Rule } from "@azora/sdk";
import { id, parseEther, ZeroHash } from "ethers";
import type { AzoraGovernor } from "../../types/index.ts";
import { fresh, impersonate } from "./fixture.ts";
import type { Protocol } from "./protocol.ts";
import { RATIONALE_OF_CHANGE } from "./timelock.ts";

/** As in OpenZeppelin's IGovernor. */
export const ProposalState = {
  Pending: 0n,
  Active: 1n,
  Canceled: 2n,
  Defeated: 3n,
  Succeeded: 4n,
  Queued: 5n,
  Expired: 6n,
  Executed: 7n,
} as const;

/** As in OpenZeppelin's GovernorCountingSimple. */
export const VoteType = { Against: 0, For: 1, Abstain: 2 } as const;

/** What a proposal does, as every function of the governor takes it. */
export interface Proposal {
  targets: string[];
  values: bigint[];
  calldatas: string[];
  description: string;
}

export const hashed = ({ targets, values, calldatas, description }: Proposal) =>
  [targets, values, calldatas, id(description)] as const;

/** A proposal of one call. */
export function proposalOf(target: string, data: string, description = "a change"): Proposal {
  return { targets: [target], values: [0n], calldatas: [data], description };
}

/** Gives an account this much Voice, as the reward ledger does on a withdrawal. @param azr Earned in all. */
export async function giveVoice(protocol: Protocol, account: string, azr: number): Promise<void> {
  const { voice, rewards } = protocol;
  const ledger = await impersonate(protocol, await rewards.getAddress());
  await voice.connect(ledger).sync(account, parseEther(String(azr)));
}

/** Proposes, and gives the proposal's id. */
export async function propose(governor: AzoraGovernor, proposal: Proposal): Promise<bigint> {
  const { targets, values, calldatas, description } = proposal;
  const proposalId = await governor.hashProposal(...hashed(proposal));
  await governor.propose(targets, values, calldatas, description);
  return proposalId;
}

/** Lets time pass to the first second of the vote. */
export async function openVote({ connection, governor }: Protocol, proposalId: bigint): Promise<void> {
  await connection.networkHelpers.time.increaseTo((await governor.proposalSnapshot(proposalId)) + 1n);
}

/** Lets time pass until the vote is over. */
export async function closeVote({ connection, governor }: Protocol, proposalId: bigint): Promise<void> {
  await connection.networkHelpers.time.increaseTo((await governor.proposalDeadline(proposalId)) + 1n);
}

/** The timelock's id of a proposal. */
export async function operationOf({ governor, timelock }: Protocol, proposal: Proposal): Promise<string> {
  const { targets, values, calldatas, description } = proposal;
  const mask = BigInt(await governor.getAddress()) << 96n;
  const salt = `0x${(mask ^ BigInt(id(description))).toString(16).padStart(64, "0")}`;
  return timelock.hashOperationBatch(targets, values, calldatas, ZeroHash, salt);
}

/** Three people with Voice, and one without. */
export const [LARGE, MIDDLE, SMALL, NOBODY] = [0, 1, 2, 3] as const;

/** A protocol in which people have Voice, and a proposal to amend a rule. */
export async function assembled(): Promise<{ protocol: Protocol; proposal: Proposal }> {
  const protocol = await fresh();
  const { person, constitution } = protocol;
  for (const [index, azr] of [600_000, 300_000, 5_000].entries())
    await giveVoice(protocol, person(index).address, azr);
  const data = constitution.interface.encodeFunctionData("amend", [Rule.Load, 30, RATIONALE_OF_CHANGE]);
  return { protocol, proposal: proposalOf(await constitution.getAddress(), data) };
}

/** The governor, called by a person. */
export const asPerson = ({ governor, person }: Protocol, index: number) => governor.connect(person(index));

/** From the proposal to the end of its vote. */
export async function decided(
  protocol: Protocol,
  votes: readonly [number, number][],
  what: Proposal,
): Promise<bigint> {
  const proposalId = await propose(asPerson(protocol, LARGE), what);
  await openVote(protocol, proposalId);
  for (const [index, support] of votes) await asPerson(protocol, index).castVote(proposalId, support);
  await closeVote(protocol, proposalId);
  return proposalId;
}

/** Through the vote, the queue and the delay; then executed by somebody without Voice. */
export async function executed(protocol: Protocol, what: Proposal) {
  const proposalId = await decided(protocol, [[LARGE, VoteType.For]], what);
  await asPerson(protocol, NOBODY).queue(...hashed(what));
  await protocol.connection.networkHelpers.time.increaseTo(await protocol.governor.proposalEta(proposalId));
  return asPerson(protocol, NOBODY).execute(...hashed(what));
}
