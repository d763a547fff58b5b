import { type Address, encodeFunctionData, type Hex } from "viem";
import type { Addresses } from "./addresses.ts";
import { type Attribution, hashShares } from "./attribution.ts";
import type { Ballot } from "./ballot.ts";
import {
  attributionRegistryAbi,
  constitutionAbi,
  disputesAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  validatorRegistryAbi,
} from "./generated/abis.ts";
import { Verdict } from "./generated/enums.ts";
import type { Scores } from "./ledger/preimages.ts";
import type { Node } from "./node.ts";
import type { ChallengeContent } from "./reservation.ts";
import type { TransactionCall } from "./transact.ts";

/** What people send to the protocol, encoded: the one place for the command line and the web app. */

/** @param bond In wei, at least what `bondRequired` says; what is too much is credited back. */
export function registerCall(
  { attributionRegistry }: Addresses,
  evidenceHash: Hex,
  attribution: Attribution,
  uri: string,
  bond: bigint,
): TransactionCall {
  const args = [evidenceHash, attribution, uri] as const;
  const data = encodeFunctionData({ abi: attributionRegistryAbi, functionName: "register", args });
  return { to: attributionRegistry, data, value: bond };
}

/** @param position The judge's place on the panel. */
export function commitCall(
  { proofOfValue }: Addresses,
  contribution: Node,
  position: number,
  commitment: Hex,
): TransactionCall {
  const args = [contribution, BigInt(position), commitment] as const;
  return {
    to: proofOfValue,
    data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "commit", args }),
  };
}

export function revealCall(
  { proofOfValue }: Addresses,
  contribution: Node,
  { validator, level, rationaleHash, salt }: Ballot,
  { contributors, upstream }: Attribution,
): TransactionCall {
  const ballot = { validator, level, rationaleHash, salt };
  const args = [contribution, ballot, contributors, hashShares(upstream)] as const;
  return {
    to: proofOfValue,
    data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "reveal", args }),
  };
}

/** Proposes that an identity belongs to an account, on the word of attestors. */
export function linkCall(
  { attributionRegistry }: Addresses,
  { identity, account, deadline }: { identity: Node; account: Address; deadline: bigint },
  attestations: readonly Attestation[],
): TransactionCall {
  // The registry wants them in this order, so that each counts once.
  const ordered = attestations.toSorted((a, b) => (BigInt(a.attestor) < BigInt(b.attestor) ? -1 : 1));
  const args = [identity, account, deadline, ordered] as const;
  const data = encodeFunctionData({ abi: attributionRegistryAbi, functionName: "link", args });
  return { to: attributionRegistry, data };
}

/** What an attestor signed. */
export interface Attestation {
  attestor: Address;
  signature: Hex;
}

/** Stops a link that has not yet taken effect; for attestors in office. */
export function vetoCall({ attributionRegistry }: Addresses, identity: Node): TransactionCall {
  const data = encodeFunctionData({ abi: attributionRegistryAbi, functionName: "veto", args: [identity] });
  return { to: attributionRegistry, data };
}

/** Credits the caller with what is left of a bond. @param stint Which of the caller's bonds, from 0. */
export function withdrawBondCall({ validatorRegistry }: Addresses, stint: number): TransactionCall {
  const args = [BigInt(stint)] as const;
  const data = encodeFunctionData({ abi: validatorRegistryAbi, functionName: "withdrawBond", args });
  return { to: validatorRegistry, data };
}

/** Pays the caller's whole credit of AZR to an address. */
export function withdrawCall({ rewardLedger, azoraToken }: Addresses, to: Address): TransactionCall {
  const args = [azoraToken, to] as const;
  return {
    to: rewardLedger,
    data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "withdraw", args }),
  };
}

/** Pays an account's whole credit of AZR to the account itself; anyone may. */
export function withdrawForCall({ rewardLedger, azoraToken }: Addresses, account: Address): TransactionCall {
  const args = [azoraToken, account] as const;
  return {
    to: rewardLedger,
    data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "withdrawFor", args }),
  };
}

/** @param bond In wei, exactly the rule `SeatBond`. */
export function enterSeatCall({ validatorRegistry }: Addresses, bond: bigint): TransactionCall {
  const data = encodeFunctionData({ abi: validatorRegistryAbi, functionName: "enter" });
  return { to: validatorRegistry, data, value: bond };
}

/** Gives up the caller's seat. Its bond stays locked until no duty can be left. */
export function exitSeatCall({ validatorRegistry }: Addresses): TransactionCall {
  return {
    to: validatorRegistry,
    data: encodeFunctionData({ abi: validatorRegistryAbi, functionName: "exit" }),
  };
}

/**
 * Reserves a challenge by its hash alone, so that nobody knows of which work it will be.
 * @param deposit In wei, see `Disputes.depositRequired`; what is too much is credited back.
 */
export function reserveCall({ disputes }: Addresses, reservation: Hex, deposit: bigint): TransactionCall {
  const data = encodeFunctionData({ abi: disputesAbi, functionName: "reserve", args: [reservation] });
  return { to: disputes, data, value: deposit };
}

/** @param rest In wei: what the price is above the deposit, see `restOf`; what is too much is credited back. */
export function challengeCall(
  { disputes }: Addresses,
  content: ChallengeContent,
  rest: bigint,
): TransactionCall {
  const data = encodeFunctionData({ abi: disputesAbi, functionName: "challenge", args: argsOf(content) });
  return { to: disputes, data, value: rest };
}

/** Gives the deposit of a reservation back, once somebody else has challenged the score. */
export function releaseCall({ disputes }: Addresses, content: ChallengeContent): TransactionCall {
  const data = encodeFunctionData({ abi: disputesAbi, functionName: "release", args: argsOf(content) });
  return { to: disputes, data };
}

/** Credits the CitadelFund with the deposit of an expired reservation; anyone may. */
export function forfeitCall({ disputes }: Addresses, challenger: Address, reservation: Hex): TransactionCall {
  const args = [challenger, reservation] as const;
  return { to: disputes, data: encodeFunctionData({ abi: disputesAbi, functionName: "forfeit", args }) };
}

const argsOf = ({ contribution, direction, ground, reasonHash, salt }: ChallengeContent) =>
  [contribution, direction, ground, reasonHash, salt] as const;

/** What a critic says of a work or a proposal. Both hashes are SHA-256. */
export interface CritiqueContent {
  /** A contribution's node, or a proposal as `proposalSubject` names it. */
  readonly subject: Hex;
  readonly verdict: Verdict;
  readonly scores: Scores;
  /** Of the full critique. */
  readonly documentHash: Hex;
  /** Of the critic's critique of itself. */
  readonly critiqueHash: Hex;
}

/** Records a critique; for critics in office. With the verdict `Flag` it also challenges the score of the subject. */
export function critiqueCall(
  { constitution }: Addresses,
  { subject, verdict, scores, documentHash, critiqueHash }: CritiqueContent,
): TransactionCall {
  const args = [subject, verdict, scores, documentHash, critiqueHash] as const;
  const data = encodeFunctionData({ abi: constitutionAbi, functionName: "critique", args });
  return { to: constitution, data };
}

/** A critique that challenges the score of a work, downward: without a bond, and the CitadelFund pays the fee. */
export const flagCall = (addresses: Addresses, content: Omit<CritiqueContent, "verdict">): TransactionCall =>
  critiqueCall(addresses, { ...content, verdict: Verdict.Flag });

/** Opens a void work again. @param bond In wei, by the rules of the work; what is too much is credited back. */
export function reopenCall(
  { attributionRegistry }: Addresses,
  contribution: Node,
  bond: bigint,
): TransactionCall {
  const args = [contribution] as const;
  const data = encodeFunctionData({ abi: attributionRegistryAbi, functionName: "reopen", args });
  return { to: attributionRegistry, data, value: bond };
}

const NOTHING: Attribution = { contributors: [], upstream: [] };

/** Moves the AZR of a node's pool one hop. An identity's goes to the account that it is linked to, without attribution. */
export function flowCall(
  { rewardLedger, azoraToken }: Addresses,
  node: Node,
  attribution = NOTHING,
): TransactionCall {
  const args = [azoraToken, node, attribution] as const;
  return { to: rewardLedger, data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "flow", args }) };
}
