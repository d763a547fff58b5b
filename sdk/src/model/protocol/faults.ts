import { type Address, type Hex, numberToHex, zeroAddress } from "viem";
import type { Share } from "../../attribution.ts";
import { type Ballot, hashBallot } from "../../ballot.ts";
import { Fault, Phase } from "../../generated/enums.ts";
import type { Node } from "../../node.ts";
import { outlierOf } from "./disputes.ts";
import { LEAKED } from "./judgement.ts";
import { isParty } from "./registration.ts";
import { holderAt, slash } from "./seats.ts";
import {
  type Call,
  type DisputeState,
  type RoundState,
  refuse,
  ruleOf,
  type State,
  workIn,
} from "./state.ts";

/** `ProofOfValue.proveAbsence`. */
export function proveAbsence(
  state: State,
  call: Call,
  contribution: Node,
  number: number,
  position: bigint,
  contributors: readonly Share[],
  upstreamHash: Hex,
): void {
  const round = state.works.get(contribution)?.rounds.get(number);
  if (round === undefined) refuse("ProofOfValue_NeverDrawn", contribution, number);
  const { revealEnd, panel, armedAt } = round;
  if (call.timestamp < revealEnd) refuse("ProofOfValue_RevealOpen", call.timestamp, revealEnd);
  const seat = position < BigInt(panel.length) ? panel[Number(position)] : undefined;
  const validator = seat === undefined ? undefined : holderAt(state, seat, armedAt);
  if (validator === undefined) refuse("ProofOfValue_NotOnPanel", contribution, zeroAddress, position);
  const ballot = BigInt(round.ballots.get(validator) ?? 0n);
  if (ballot !== 0n && ballot <= LEAKED) refuse("ProofOfValue_NotAbsent", contribution, number, validator);
  if (isParty(state, contribution, validator, contributors, upstreamHash))
    refuse("ProofOfValue_ExcusedParty", contribution, validator);
  punish(state, call, contribution, number, validator, ballot === 0n ? Fault.NoCommit : Fault.NoReveal);
}

/** `ProofOfValue.proveLeak`. */
export function proveLeak(state: State, call: Call, contribution: Node, ballot: Ballot): void {
  const work = workIn(state, contribution, Phase.Voting);
  const round = roundIn(state, contribution, work.round);
  if (call.timestamp >= round.commitEnd) refuse("ProofOfValue_CommitClosed", call.timestamp, round.commitEnd);
  if (call.sender === ballot.validator) refuse("ProofOfValue_OwnBallot", call.sender);
  const expected = hashBallot(state.start.deployment, contribution, work.round, ballot);
  if (round.ballots.get(ballot.validator) !== expected)
    refuse("ProofOfValue_NoMatchingCommitment", contribution, ballot.validator);
  punish(state, call, contribution, work.round, ballot.validator, Fault.Leak);
  round.ballots.set(ballot.validator, numberToHex(LEAKED, { size: 32 }));
}

/** `ProofOfValue.proveOutlier`. */
export function proveOutlier(state: State, call: Call, contribution: Node, validator: Address): void {
  const dispute = outlierOf(state, contribution, validator);
  punish(state, call, contribution, dispute.firstRound, validator, Fault.Outlier, dispute);
}

/** Slashes by the rules of the work's version, for the caller. */
function punish(
  state: State,
  call: Call,
  contribution: Node,
  round: number,
  account: Address,
  fault: Fault,
  dispute?: DisputeState,
): void {
  const version = state.works.get(contribution)?.rulesVersion;
  const { armedAt } = roundIn(state, contribution, round);
  const { proofOfValue } = state.start.deployment.addresses;
  const { refunded } = slash(
    state,
    { ...call, sender: proofOfValue },
    {
      account,
      contribution,
      round,
      armedAt,
      fault,
      ppm: ruleOf(state, RULE_OF[fault], version),
      rewardPpm: ruleOf(state, "SlashReward", version),
      prover: call.sender,
      challenger: dispute?.flagged ? undefined : dispute?.challenger,
      refund: dispute?.refund ?? 0n,
    },
  );
  if (dispute !== undefined) dispute.refund -= refunded;
}

const RULE_OF = {
  [Fault.NoCommit]: "SlashNoCommit",
  [Fault.NoReveal]: "SlashNoReveal",
  [Fault.Leak]: "SlashLeak",
  [Fault.Outlier]: "SlashOutlier",
} as const;

function roundIn({ works }: State, contribution: Node, number: number): RoundState {
  const round = works.get(contribution)?.rounds.get(number);
  if (round === undefined) throw new Error(`Round ${number} of ${contribution} was never drawn.`);
  return round;
}
