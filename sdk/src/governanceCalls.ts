import { type Address, encodeFunctionData, type Hex } from "viem";
import type { Addresses } from "./addresses.ts";
import {
  attributionRegistryAbi,
  azoraGovernorAbi,
  citadelFundAbi,
  constitutionAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "./generated/abis.ts";
import type { Rule } from "./generated/enums.ts";
import { descriptionHash, type ProposalContent } from "./governance.ts";
import type { TransactionCall } from "./transact.ts";

/** What people with Voice send, encoded. */

/** As in OpenZeppelin's GovernorCountingSimple. */
export const VoteType = { Against: 0, For: 1, Abstain: 2 } as const;
export type VoteType = (typeof VoteType)[keyof typeof VoteType];

/** As in OpenZeppelin's IGovernor, by its numbers. */
export const PROPOSAL_STATES = [
  "Pending",
  "Active",
  "Canceled",
  "Defeated",
  "Succeeded",
  "Queued",
  "Expired",
  "Executed",
] as const;
export type ProposalStateName = (typeof PROPOSAL_STATES)[number];

/** Gives the caller's Voice to an account, itself included. */
export function delegateCall({ voice }: Addresses, to: Address): TransactionCall {
  return { to: voice, data: encodeFunctionData({ abi: voiceAbi, functionName: "delegate", args: [to] }) };
}

export function proposeCall(
  { governor }: Addresses,
  { targets, values, calldatas, description }: ProposalContent,
): TransactionCall {
  const args = [[...targets], [...values], [...calldatas], description] as const;
  return { to: governor, data: encodeFunctionData({ abi: azoraGovernorAbi, functionName: "propose", args }) };
}

/** @param reason In words, in the event only. */
export function voteCall(
  { governor }: Addresses,
  proposalId: bigint,
  support: VoteType,
  reason = "",
): TransactionCall {
  const data =
    reason === ""
      ? encodeFunctionData({ abi: azoraGovernorAbi, functionName: "castVote", args: [proposalId, support] })
      : encodeFunctionData({
          abi: azoraGovernorAbi,
          functionName: "castVoteWithReason",
          args: [proposalId, support, reason],
        });
  return { to: governor, data };
}

/** Hands what passed to the timelock; anyone may. */
export function queueCall({ governor }: Addresses, content: ProposalContent): TransactionCall {
  const args = hashed(content);
  return { to: governor, data: encodeFunctionData({ abi: azoraGovernorAbi, functionName: "queue", args }) };
}

/** Does what has waited out the timelock; anyone may. */
export function executeCall({ governor }: Addresses, content: ProposalContent): TransactionCall {
  const args = hashed(content);
  return { to: governor, data: encodeFunctionData({ abi: azoraGovernorAbi, functionName: "execute", args }) };
}

const hashed = ({ targets, values, calldatas, description }: ProposalContent) =>
  [[...targets], [...values], [...calldatas], descriptionHash(description)] as const;

/** For proposals: sets a rule, in its own units. */
export function amendCall(
  { constitution }: Addresses,
  rule: (typeof Rule)[keyof typeof Rule],
  value: number,
  rationaleHash: Hex,
): TransactionCall {
  const args = [rule, value, rationaleHash] as const;
  return {
    to: constitution,
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "amend", args }),
  };
}

/** For proposals: appoints a critic, or dismisses it. */
export function setCriticCall(
  { constitution }: Addresses,
  critic: Address,
  appointed: boolean,
): TransactionCall {
  const args = [critic, appointed] as const;
  return {
    to: constitution,
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "setCritic", args }),
  };
}

/** For proposals: puts a guardian in office for a year; the zero address leaves it empty. */
export function setGuardianCall({ constitution }: Addresses, guardian: Address): TransactionCall {
  const args = [guardian] as const;
  return {
    to: constitution,
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "setGuardian", args }),
  };
}

/** For proposals: puts another text in the place of the articles. @param articles Its SHA-256. */
export function amendArticlesCall(
  { constitution }: Addresses,
  articles: Hex,
  rationaleHash: Hex,
): TransactionCall {
  const args = [articles, rationaleHash] as const;
  return {
    to: constitution,
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "amendArticles", args }),
  };
}

/** For proposals: appoints an attestor, or dismisses it. */
export function setAttestorCall(
  { attributionRegistry }: Addresses,
  attestor: Address,
  appointed: boolean,
): TransactionCall {
  const args = [attestor, appointed] as const;
  return {
    to: attributionRegistry,
    data: encodeFunctionData({ abi: attributionRegistryAbi, functionName: "setAttestor", args }),
  };
}

/** For proposals: pays from the CitadelFund. @param token The zero address for ETH. */
export function grantCall(
  { citadelFund }: Addresses,
  token: Address,
  to: Address,
  amount: bigint,
  purposeHash: Hex,
): TransactionCall {
  const args = [token, to, amount, purposeHash] as const;
  return { to: citadelFund, data: encodeFunctionData({ abi: citadelFundAbi, functionName: "grant", args }) };
}

/** For proposals: takes a judge's seat away, one an epoch. */
export function removeJudgeCall(
  { validatorRegistry }: Addresses,
  judge: Address,
  reasonHash: Hex,
): TransactionCall {
  const args = [judge, reasonHash] as const;
  return {
    to: validatorRegistry,
    data: encodeFunctionData({ abi: validatorRegistryAbi, functionName: "remove", args }),
  };
}

/** Stops new registrations; for the guardian. @param duration In seconds. */
export function stopCall({ constitution }: Addresses, duration: bigint, reasonHash: Hex): TransactionCall {
  const args = [duration, reasonHash] as const;
  return { to: constitution, data: encodeFunctionData({ abi: constitutionAbi, functionName: "stop", args }) };
}

/** Ends a stop early; for the guardian. */
export function liftStopCall({ constitution }: Addresses): TransactionCall {
  return { to: constitution, data: encodeFunctionData({ abi: constitutionAbi, functionName: "liftStop" }) };
}

/** A proposal of some calls. */
export const proposalOf = (calls: readonly TransactionCall[], description: string): ProposalContent => ({
  targets: calls.map(({ to }) => to),
  values: calls.map(({ value = 0n }) => value),
  calldatas: calls.map(({ data }) => data),
  description,
});
