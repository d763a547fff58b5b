import * as tables from "@azora/indexer/schema";
import { proposalSubject, type Rule, ruleNames } from "@azora/sdk";
import { type Chain, checkOf } from "./Chain.ts";

const isRule = (number: number): number is Rule => ruleNames[number] !== undefined;

/** Each setting as the governor's function of the same name has it. */
const SETTINGS: Readonly<Record<string, (chain: Chain) => Promise<bigint>>> = {
  votingDelay: ({ client, contracts }) =>
    client.readContract({ ...contracts.governor, functionName: "votingDelay" }),
  votingPeriod: ({ client, contracts }) =>
    client.readContract({ ...contracts.governor, functionName: "votingPeriod" }),
  proposalThreshold: ({ client, contracts }) =>
    client.readContract({ ...contracts.governor, functionName: "proposalThreshold" }),
  lateQuorumVoteExtension: async ({ client, contracts }) =>
    BigInt(await client.readContract({ ...contracts.governor, functionName: "lateQuorumVoteExtension" })),
  quorumPpm: ({ client, contracts }) =>
    client.readContract({ ...contracts.governor, functionName: "QUORUM_PPM" }),
  quorumFloor: ({ client, contracts }) =>
    client.readContract({ ...contracts.governor, functionName: "QUORUM_FLOOR" }),
};

export const governanceChecks = [
  checkOf(tables.rule, async ({ client, contracts }, { rule }) => {
    if (!isRule(rule)) return "nothing";
    const args = [rule] as const;
    const [min, max] = await client.readContract({
      ...contracts.constitution,
      functionName: "boundsOf",
      args,
    });
    return { min: BigInt(min), max: BigInt(max) };
  }),
  checkOf(tables.ruleValue, async ({ client, contracts }, { rule, version }) => {
    if (!isRule(rule)) return "nothing";
    const args = [rule, version] as const;
    return {
      value: BigInt(await client.readContract({ ...contracts.constitution, functionName: "valueOf", args })),
    };
  }),
  checkOf(tables.governorSetting, async (chain, { name }) => {
    const value = await SETTINGS[name]?.(chain);
    return value === undefined ? "nothing" : { value };
  }),
  // Its id is the hash of its content, which the ledger knows of those that were queued only.
  checkOf(tables.proposal, async ({ client, contracts }, row) => {
    const { id, targets, amounts, calldatas, descriptionHash } = row;
    const args = [BigInt(id)] as const;
    const content = [targets, amounts, calldatas, descriptionHash] as const;
    const { governor } = contracts;
    const [proposalId, votes, proposer, voteStart, voteEnd, eta] = await Promise.all([
      client.readContract({ ...governor, functionName: "getProposalId", args: content }),
      client.readContract({ ...governor, functionName: "proposalVotes", args }),
      client.readContract({ ...governor, functionName: "proposalProposer", args }),
      client.readContract({ ...governor, functionName: "proposalSnapshot", args }),
      client.readContract({ ...governor, functionName: "proposalDeadline", args }),
      client.readContract({ ...governor, functionName: "proposalEta", args }),
    ]);
    const [votesAgainst, votesFor, votesAbstain] = votes;
    return {
      id: proposalSubject(proposalId),
      votesAgainst,
      votesFor,
      votesAbstain,
      proposer,
      voteStart,
      voteEnd,
      eta: eta === 0n ? null : eta,
    };
  }),
];
