import {
  type Address,
  concatHex,
  encodeAbiParameters,
  type Hex,
  keccak256,
  parseAbiParameters,
  zeroAddress,
  zeroHash,
} from "viem";
import type { Verdict } from "../generated/enums.ts";
import { accountNode } from "../node.ts";

/** One recipient's part of a flow. */
export interface Payment {
  readonly node: Hex;
  readonly amount: bigint;
  readonly minted: bigint;
}

/** A critic's four scores, each from 0 to 100. */
export type Scores = readonly [ethics: number, bias: number, fairness: number, transparency: number];

const PAYMENT = parseAbiParameters("bytes32, uint256, uint256");

/** keccak256 of the concatenated abi.encode(node, amount, minted) of all payments in order. */
export function hashPayments(payments: readonly Payment[]): Hex {
  const words = payments.map(({ node, amount, minted }) =>
    encodeAbiParameters(PAYMENT, [node, amount, minted]),
  );
  return keccak256(concatHex(words));
}

/** keccak256(abi.encode(address[])). */
const hashAddresses = (addresses: readonly Address[]): Hex =>
  keccak256(encodeAbiParameters(ADDRESSES, [addresses]));

/** The subject of `GuardianSet`: nobody has no account, and a subject of zeros. */
export const guardianSubject = (account: Address): Hex =>
  account === zeroAddress ? zeroHash : accountNode(account);

/** The `dataHash` of each kind of leaf that contracts append, as their interfaces specify it. */
export const dataHash = {
  Anchored: (record: Hex): Hex => record,

  Registered: (evidenceHash: Hex, attributionHash: Hex, rulesVersion: number, bond: bigint): Hex =>
    keccak256(encodeAbiParameters(REGISTERED, [evidenceHash, attributionHash, rulesVersion, bond])),

  Rearmed: (round: number, reason: number, armedAt: number): Hex =>
    keccak256(encodeAbiParameters(REARMED, [round, reason, armedAt])),

  /** @param panel As packed by the contracts: 16-bit seat numbers from the lowest bits, the size in the top 16. */
  Drawn: (round: number, prevRandao: bigint, panel: bigint): Hex =>
    keccak256(encodeAbiParameters(DRAWN, [round, prevRandao, panel])),

  /** @param votes As packed by the contracts: 8 bits a level. */
  Scored: (round: number, level: number, votes: bigint): Hex =>
    keccak256(encodeAbiParameters(SCORED, [round, level, votes])),

  Challenged: (round: number, direction: number, ground: number, reasonHash: Hex): Hex =>
    keccak256(encodeAbiParameters(CHALLENGED, [round, direction, ground, reasonHash])),

  Resolved: (round: number, level: number, outcome: number): Hex =>
    keccak256(encodeAbiParameters(RESOLVED, [round, level, outcome])),

  Reopened: (opening: number, round: number, bond: bigint): Hex =>
    keccak256(encodeAbiParameters(REOPENED, [opening, round, bond])),

  Voided: (opening: number, round: number): Hex => keccak256(encodeAbiParameters(VOIDED, [opening, round])),

  Uncritiqued: (opening: number, round: number): Hex =>
    keccak256(encodeAbiParameters(UNCRITIQUED, [opening, round])),

  Finalized: (
    opening: number,
    round: number,
    level: number,
    points: bigint,
    epoch: number,
    late: boolean,
  ): Hex => keccak256(encodeAbiParameters(FINALIZED, [opening, round, level, points, epoch, late])),

  Settled: (
    epoch: number,
    rate: bigint,
    amount: bigint,
    citadel: bigint,
    payments: readonly Payment[],
  ): Hex => keccak256(encodeAbiParameters(SETTLED, [epoch, rate, amount, citadel, hashPayments(payments)])),

  Flowed: (token: Address, amount: bigint, minted: bigint, payments: readonly Payment[]): Hex =>
    keccak256(encodeAbiParameters(FLOWED, [token, amount, minted, hashPayments(payments)])),

  Rewarded: (token: Address, amount: bigint, citadel: bigint, payments: readonly Payment[]): Hex =>
    keccak256(encodeAbiParameters(REWARDED, [token, amount, citadel, hashPayments(payments)])),

  LinkProposed: (account: Address, nonce: bigint, effectiveAt: number, attestors: readonly Address[]): Hex =>
    keccak256(encodeAbiParameters(LINK_PROPOSED, [account, nonce, effectiveAt, hashAddresses(attestors)])),

  LinkVetoed: (account: Address, nonce: bigint): Hex =>
    keccak256(encodeAbiParameters(LINK_VETOED, [account, nonce])),

  AttestorSet: (activeFrom: number): Hex => keccak256(encodeAbiParameters(ATTESTOR_SET, [activeFrom])),

  Seated: (seat: number, bond: bigint): Hex => keccak256(encodeAbiParameters(SEATED, [seat, bond])),

  Unseated: (seat: number, reasonHash: Hex): Hex =>
    keccak256(encodeAbiParameters(UNSEATED, [seat, reasonHash])),

  Slashed: (contribution: Hex, round: number, fault: number, amount: bigint, reward: bigint): Hex =>
    keccak256(encodeAbiParameters(SLASHED, [contribution, round, fault, amount, reward])),

  Amended: (version: number, before: number, current: number, rationaleHash: Hex): Hex =>
    keccak256(encodeAbiParameters(AMENDED, [version, before, current, rationaleHash])),

  /** @param scores Ethics, bias, fairness and transparency. */
  Critiqued: (verdict: Verdict, scores: Scores, documentHash: Hex, critiqueHash: Hex): Hex =>
    keccak256(encodeAbiParameters(CRITIQUED, [verdict, scores, documentHash, critiqueHash])),

  /** @param eta In seconds. */
  ProposalQueued: (operationId: Hex, eta: bigint): Hex =>
    keccak256(encodeAbiParameters(PROPOSAL_QUEUED, [operationId, eta])),

  ProposalExecuted: (operationId: Hex): Hex =>
    keccak256(encodeAbiParameters(PROPOSAL_EXECUTED, [operationId])),

  CriticSet: (appointed: boolean): Hex => keccak256(encodeAbiParameters(CRITIC_SET, [appointed])),

  ArticlesAmended: (before: Hex, rationaleHash: Hex): Hex =>
    keccak256(encodeAbiParameters(ARTICLES_AMENDED, [before, rationaleHash])),

  /** @param token The zero address for ETH. */
  Granted: (token: Address, amount: bigint, epoch: number, purposeHash: Hex): Hex =>
    keccak256(encodeAbiParameters(GRANTED, [token, amount, epoch, purposeHash])),

  /** @param termEnd In seconds. */
  GuardianSet: (termEnd: number): Hex => keccak256(encodeAbiParameters(GUARDIAN_SET, [termEnd])),

  Stopped: (reasonHash: Hex): Hex => keccak256(encodeAbiParameters(STOPPED, [reasonHash])),

  /** @param until When the stop would have ended by itself, in seconds. */
  StopLifted: (until: number): Hex => keccak256(encodeAbiParameters(STOP_LIFTED, [until])),

  Stipend: (round: number, validator: Address, amount: bigint, epoch: number): Hex =>
    keccak256(encodeAbiParameters(STIPEND, [round, validator, amount, epoch])),
} as const;

const GUARDIAN_SET = parseAbiParameters("uint40");
const STOPPED = parseAbiParameters("bytes32");
const STOP_LIFTED = parseAbiParameters("uint40");
const REGISTERED = parseAbiParameters("bytes32, bytes32, uint32, uint256");
const REARMED = parseAbiParameters("uint16, uint8, uint40");
const DRAWN = parseAbiParameters("uint16, uint256, uint256");
const SCORED = parseAbiParameters("uint16, uint8, uint88");
const CHALLENGED = parseAbiParameters("uint16, uint8, uint8, bytes32");
const RESOLVED = parseAbiParameters("uint16, uint8, uint8");
const REOPENED = parseAbiParameters("uint16, uint16, uint256");
const VOIDED = parseAbiParameters("uint16, uint16");
const UNCRITIQUED = parseAbiParameters("uint16, uint16");
const FINALIZED = parseAbiParameters("uint16, uint16, uint8, uint256, uint32, bool");
const SETTLED = parseAbiParameters("uint32, uint256, uint256, uint256, bytes32");
const FLOWED = parseAbiParameters("address, uint256, uint256, bytes32");
const REWARDED = parseAbiParameters("address, uint256, uint256, bytes32");
const LINK_PROPOSED = parseAbiParameters("address, uint256, uint40, bytes32");
const ADDRESSES = parseAbiParameters("address[]");
const LINK_VETOED = parseAbiParameters("address, uint256");
const ATTESTOR_SET = parseAbiParameters("uint40");
const SEATED = parseAbiParameters("uint16, uint256");
const CRITIQUED = parseAbiParameters("uint8, uint8[4], bytes32, bytes32");
const PROPOSAL_QUEUED = parseAbiParameters("bytes32, uint256");
const PROPOSAL_EXECUTED = parseAbiParameters("bytes32");
const CRITIC_SET = parseAbiParameters("bool");
const ARTICLES_AMENDED = parseAbiParameters("bytes32, bytes32");
const UNSEATED = parseAbiParameters("uint16, bytes32");
const SLASHED = parseAbiParameters("bytes32, uint16, uint8, uint256, uint256");
const AMENDED = parseAbiParameters("uint32, uint48, uint48, bytes32");
const GRANTED = parseAbiParameters("address, uint256, uint32, bytes32");
const STIPEND = parseAbiParameters("uint16, address, uint256, uint32");
