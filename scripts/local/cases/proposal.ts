import { leap } from "@azora/api/practice";
import {
  amendCall,
  azoraGovernorAbi,
  constitutionAbi,
  executeCall,
  explain,
  hashProposal,
  hashRationale,
  PROPOSAL_STATES,
  type ProposalContent,
  type ProposalStateName,
  proposalOf,
  proposeCall,
  queueCall,
  Rule,
  setCriticCall,
  VoteType,
  voiceAbi,
  voteCall,
  withdrawForCall,
} from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import type { Account, Address } from "viem";
import { LocalFailure } from "../failure.ts";
import { fastForward, isSettled } from "../fastForward.ts";
import { persist } from "../persist.ts";
import type { Session } from "../session.ts";
import { sendAs } from "./send.ts";

const PEOPLE = 50;
/** In the rule's units, millionths of an AZR: half as much again as at the start. */
const STIPEND = 30_000_000;
const RATIONALE = "Judging takes longer than we thought, so a counted vote is paid better.";
const DESCRIPTION = `Pay judges better, and appoint a critic\n\n${RATIONALE}`;

export interface Governed {
  /** As a decimal number. */
  id: string;
  state: string;
  /** In Voice, whose units are wei of AZR earned. */
  votesFor: bigint;
  votesAgainst: bigint;
  /** The rule's value afterwards, in its units, and the version that it is of. */
  stipend: number;
  version: number;
  critic: Address;
}

/**
 * People with Voice amend a rule and appoint a critic: a proposal, a vote, the timelock's delay and the execution, each by
 * an account that has no office. Whoever earned the least of them votes against it.
 */
export async function governByVoice(
  session: Session,
  critic: Address,
  signal: AbortSignal,
): Promise<Governed> {
  const { addresses } = session.network.deployment;
  const voters = await withVoice(session, signal);
  // Whoever proposes needs to have had its Voice in the second before, and another block may be of the same second.
  await persist(async () => {
    const { timestamp } = await session.client.getBlock();
    await leap(session.client, { to: timestamp + 2n });
  }, signal);
  const content = proposalOf(
    [
      amendCall(addresses, Rule.ReviewStipend, STIPEND, hashRationale(RATIONALE)),
      setCriticCall(addresses, critic, true),
    ],
    DESCRIPTION,
  );
  // Each step follows from the proposal's state alone, so a node that lost its last seconds costs a step once more.
  while ((await persist(() => stateOf(session, content), signal)) !== "Executed") {
    const until = await persist(() => step(session, content, voters), signal);
    if (until !== undefined) await wait(session, until, signal);
  }
  return persist(() => outcomeOf(session, content, critic), signal);
}

/** Pays out whoever was credited AZR, because Voice comes with that, and gives the practice people who have some, least first. */
async function withVoice(session: Session, signal: AbortSignal): Promise<Account[]> {
  const { client, network, follower } = session;
  const { addresses } = network.deployment;
  const people = Array.from({ length: PEOPLE }, (_, index) => practicePerson(index));
  const view = await persist(() => follower.refresh(), signal);
  const earners = people.filter(({ address }) => (view.credits.get(address)?.earned ?? 0n) > 0n);
  for (const earner of earners) {
    await persist(async () => {
      const { credits } = await follower.refresh();
      if ((credits.get(earner.address)?.owed ?? 0n) > 0n)
        await sendAs(session, earner, withdrawForCall(addresses, earner.address));
    }, signal);
  }
  const voice = { address: addresses.voice, abi: voiceAbi, functionName: "getVotes" } as const;
  const weighed = await Promise.all(
    earners.map(async (earner) => {
      const read = () => client.readContract({ ...voice, args: [earner.address] });
      return { earner, votes: await persist(read, signal) };
    }),
  );
  return weighed
    .filter(({ votes }) => votes > 0n)
    .sort((a, b) => (a.votes < b.votes ? -1 : 1))
    .map(({ earner }) => earner);
}

/** Does what the proposal waits for. Gives the time to wait for, if it waits for that. */
async function step(
  session: Session,
  content: ProposalContent,
  voters: readonly Account[],
): Promise<bigint | undefined> {
  const { client, network } = session;
  const { addresses } = network.deployment;
  const [dissenter, ...others] = voters;
  const [proposer] = others;
  if (dissenter === undefined || proposer === undefined)
    throw new LocalFailure("Fewer than two people have earned anything, so there is nobody to vote.");
  const id = hashProposal(content);
  const governor = { address: addresses.governor, abi: azoraGovernorAbi } as const;
  const read = (functionName: "proposalSnapshot" | "proposalDeadline" | "proposalEta") =>
    client.readContract({ ...governor, functionName, args: [id] });
  const state = await stateOf(session, content);
  switch (state) {
    case undefined:
      await sendAs(session, proposer, proposeCall(addresses, content));
      return undefined;
    case "Pending":
      return (await read("proposalSnapshot")) + 1n;
    case "Active":
      for (const voter of voters) {
        const args = [id, voter.address] as const;
        if (await client.readContract({ ...governor, functionName: "hasVoted", args })) continue;
        const support = voter === dissenter ? VoteType.Against : VoteType.For;
        await sendAs(session, voter, voteCall(addresses, id, support));
      }
      return (await read("proposalDeadline")) + 1n;
    case "Succeeded":
      await sendAs(session, proposer, queueCall(addresses, content));
      return read("proposalEta");
    case "Queued": {
      const eta = await read("proposalEta");
      if ((await client.getBlock()).timestamp < eta) return eta;
      await sendAs(session, proposer, executeCall(addresses, content));
      return undefined;
    }
    default:
      throw new LocalFailure(`The proposal of the demo came to nothing: it is ${state}.`);
  }
}

/** Nothing while it is not proposed. */
async function stateOf(
  { client, network }: Session,
  content: ProposalContent,
): Promise<ProposalStateName | undefined> {
  const { governor: address } = network.deployment.addresses;
  const args = [hashProposal(content)] as const;
  try {
    const read = { address, abi: azoraGovernorAbi, functionName: "state", args } as const;
    return PROPOSAL_STATES[await client.readContract(read)];
  } catch (error) {
    if (explain(error).name === "GovernorNonexistentProposal") return undefined;
    throw error;
  }
}

/** Lets everybody do their duty, and skips the waiting that is left until a time. */
async function wait(session: Session, time: bigint, signal: AbortSignal): Promise<void> {
  const { timestamp } = await fastForward(session, isSettled, { signal });
  if (timestamp < time) await persist(() => leap(session.client, { to: time }), signal);
}

async function outcomeOf({ client, network }: Session, content: ProposalContent, critic: Address) {
  const { governor, constitution } = network.deployment.addresses;
  const rules = { address: constitution, abi: constitutionAbi } as const;
  const id = hashProposal(content);
  const [votesAgainst, votesFor] = await client.readContract({
    address: governor,
    abi: azoraGovernorAbi,
    functionName: "proposalVotes",
    args: [id],
  });
  const version = await client.readContract({ ...rules, functionName: "version" });
  const args = [Rule.ReviewStipend, version] as const;
  const stipend = await client.readContract({ ...rules, functionName: "valueOf", args });
  return { id: String(id), state: "Executed", votesFor, votesAgainst, stipend, version, critic };
}
