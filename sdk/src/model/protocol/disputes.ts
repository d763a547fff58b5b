import type { Address, Hex } from "viem";
import { HistogramLib } from "../../generated/constants.ts";
import { Direction, Ground, Outcome, Phase, RearmReason } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import type { Node } from "../../node.ts";
import type { ChallengeContent } from "../../reservation.ts";
import { canWin, challengePrice, isGroundFor, MARGIN, resolveChallenge } from "../challenge.ts";
import { loseFlag, NO_FLAGS } from "../flags.ts";
import { drawPanel } from "../panel.ts";
import { secondPanelSize } from "../score.ts";
import { creditEther } from "./ether.ts";
import { payFee } from "./fund.ts";
import { armAgain } from "./judgement.ts";
import { record } from "./record.ts";
import { redeem, usableDeposit } from "./reservations.ts";
import { holderAt } from "./seats.ts";
import { challengeEndOf, epochAt } from "./settlement.ts";
import {
  type Call,
  type DisputeState,
  type RoundState,
  refuse,
  ruleOf,
  type State,
  type WorkState,
} from "./state.ts";

/** `Disputes.challenge`. */
export function challenge(state: State, call: Call, claim: ChallengeContent): void {
  const { contribution, direction, ground, reasonHash } = claim;
  if (BigInt(reasonHash) === 0n) refuse("Disputes_MissingReason");
  if (!isGroundFor(direction, ground)) refuse("Disputes_InvalidGround", direction, ground);
  const work = challengeable(state, call, contribution);
  const deposit = usableDeposit(state, call, claim);
  const { fee, bond } = priceOf(state, work, direction);
  const paid = call.value + deposit;
  if (paid < fee + bond) refuse("Disputes_PaymentTooSmall", paid, fee + bond);

  redeem(state, call, claim);
  state.etherHeld += call.value;
  creditEther(state, "disputes", call.sender, paid - fee - bond);
  const terms = { flagged: false, direction, ground, fee, bond };
  open(state, call, contribution, work, terms, reasonHash);
}

/** What a flag must meet, as any challenge. */
export function checkFlag(state: State, call: Call, contribution: Node): void {
  priceOf(state, challengeable(state, call, contribution), Direction.Down);
}

/** `Disputes.flag`, of a critic for whom {@link checkFlag} found nothing wrong. */
export function flag(state: State, call: Call, contribution: Node, reasonHash: Hex): void {
  const work = challengeable(state, call, contribution);
  const fee = payFee(state, call, priceOf(state, work, Direction.Down).fee);
  state.etherHeld += fee;
  const terms = { flagged: true, direction: Direction.Down, ground: Ground.Constitution, fee, bond: 0n };
  open(state, call, contribution, work, terms, reasonHash);
}

type Terms = Pick<DisputeState, "flagged" | "direction" | "ground" | "fee" | "bond">;

function open(
  state: State,
  call: Call,
  contribution: Node,
  work: WorkState,
  terms: Terms,
  reasonHash: Hex,
): void {
  work.dispute = {
    challenger: call.sender,
    ...terms,
    firstRound: work.round,
    firstLevel: work.level,
    outcome: undefined,
    secondLevel: 0n,
    lastRound: 0,
    counted: 0n,
    refund: 0n,
    shared: new Set(),
  };
  const hash = dataHash.Challenged(work.round, terms.direction, terms.ground, reasonHash);
  record(state, call, "disputes", "Challenged", contribution, hash);
  work.challenged = true;
  work.rearmed = false;
  work.redrawn = false;
  // The leaf names the contract that asked for the second panel.
  const asDisputes = { ...call, sender: state.start.deployment.addresses.disputes };
  armAgain(state, asDisputes, contribution, work, RearmReason.Contested);
}

/** Fee and bond in wei. @throws FaultError where no challenge of that direction can win. */
export function priceOf(state: State, work: WorkState, direction: Direction): { fee: bigint; bond: bigint } {
  if (!canWin(direction, work.level)) refuse("Disputes_CannotWin", direction, work.level);
  return challengePrice((name) => ruleOf(state, name, work.rulesVersion), direction, work.level);
}

/** `Disputes.drawSecond`: nobody of the first panel, by who held the seats. */
export function drawSecond(state: State, work: WorkState, seed: Hex, seats: bigint): bigint[] {
  const first = work.rounds.get(work.scoredRound);
  if (first === undefined) throw new Error("A challenged work has no first panel.");
  const size = secondPanelSize(BigInt(first.panel.length), seats);
  if (size === 0n) refuse("Disputes_PanelTooSmall", tooFew(first, seats), first.panel.length);
  const others = new Set(first.panel.map((seat) => holderAt(state, seat, first.armedAt)));
  return drawPanel(seed, size, seats, (seat) => others.has(holderAt(state, seat, work.armedAt)));
}

/** The largest odd number of seats that nobody of the first panel needs, which is below its size. */
function tooFew({ panel }: RoundState, seats: bigint): bigint {
  const left = seats - BigInt(panel.length);
  if (left <= 0n) return 0n;
  return left % 2n === 0n ? left - 1n : left;
}

/** Ends a challenge. @param second The second median; nothing without a quorum. */
export function resolve(
  state: State,
  call: Call,
  contribution: Node,
  work: WorkState,
  second: bigint | undefined,
): void {
  const { dispute } = work;
  if (dispute === undefined) throw new Error(`${contribution} was never challenged.`);
  const { outcome, level } = resolveChallenge(dispute.direction, dispute.ground, work.level, second);
  dispute.outcome = outcome;
  dispute.secondLevel = second ?? 0n;
  dispute.lastRound = work.round;
  for (const [number, { votes }] of work.rounds)
    if (number > dispute.firstRound) dispute.counted += BigInt(votes.length);
  payBack(state, dispute, outcome);
  noteFlag(state, call, dispute, outcome);
  work.phase = Phase.Scored;
  if (outcome === Outcome.Upheld) {
    work.level = level;
    work.scoredRound = work.round;
  }
  const hash = dataHash.Resolved(work.round, Number(work.level), outcome);
  record(state, call, "proofOfValue", "Resolved", contribution, hash);
}

/** Without a decision a critic was neither right nor wrong. */
function noteFlag(state: State, call: Call, { flagged, challenger }: DisputeState, outcome: Outcome): void {
  if (!flagged || outcome !== Outcome.Dismissed) return;
  const flags = state.flags.get(challenger) ?? NO_FLAGS;
  state.flags.set(challenger, loseFlag(flags, epochAt(state, call.timestamp)));
}

/** The bond, and what of the fee the second panel does not get. */
function payBack(state: State, dispute: DisputeState, outcome: Outcome): void {
  const { citadelFund } = state.start.deployment.addresses;
  const { challenger, flagged, bond, fee, counted } = dispute;
  const payer = flagged ? citadelFund : challenger;
  dispute.bond = 0n;
  creditEther(state, "disputes", outcome === Outcome.Dismissed ? citadelFund : payer, bond);
  const rest = counted === 0n ? fee : fee % counted;
  creditEther(state, "disputes", counted === 0n ? payer : citadelFund, rest);
  if (outcome === Outcome.Upheld && !flagged) dispute.refund = fee;
}

/** `Disputes.shareFee`. */
export function shareFee(
  state: State,
  _call: Call,
  contribution: Node,
  round: number,
  validator: Address,
): void {
  const work = state.works.get(contribution);
  const vote = BigInt(work?.rounds.get(round)?.ballots.get(validator) ?? 0n);
  const dispute = work?.dispute;
  const isCounted = vote > 0n && vote <= BigInt(HistogramLib.LEVELS);
  if (!isCounted || dispute === undefined || round <= dispute.firstRound || round > dispute.lastRound)
    refuse("Disputes_NoShare", contribution, round, validator);
  const key = `${round}/${validator}`;
  if (dispute.shared.has(key)) refuse("Disputes_AlreadyShared", contribution, round, validator);
  dispute.shared.add(key);
  creditEther(state, "disputes", validator, dispute.fee / dispute.counted);
}

/** `Disputes.heirOf`: who gets the registration bond of a work of level 0. */
export function heirOf({ start }: State, { dispute }: WorkState): Address {
  const isWon = dispute?.outcome === Outcome.Upheld && !dispute.flagged;
  return dispute !== undefined && isWon ? dispute.challenger : start.deployment.addresses.citadelFund;
}

/** `Disputes.outlierOf`: whether a vote of the first panel was on the overturned side. */
export function outlierOf({ works }: State, contribution: Node, validator: Address): DisputeState {
  const work = works.get(contribution);
  const dispute = work?.dispute;
  if (work === undefined || dispute?.outcome !== Outcome.Upheld)
    return refuse("Disputes_NotOverturned", contribution);
  const vote = BigInt(work.rounds.get(dispute.firstRound)?.ballots.get(validator) ?? 0n);
  const isCounted = vote > 0n && vote <= BigInt(HistogramLib.LEVELS);
  const away = isOutlier(dispute, vote - 1n);
  if (!isCounted || !away) refuse("Disputes_NotOutlier", contribution, validator);
  return dispute;
}

function isOutlier({ direction, secondLevel }: DisputeState, level: bigint): boolean {
  return direction === Direction.Down ? level >= secondLevel + MARGIN : level + MARGIN <= secondLevel;
}

/** A score whose window is open and that nobody has challenged. */
function challengeable(state: State, { timestamp }: Call, contribution: Node): WorkState {
  const work = state.works.get(contribution);
  if (work?.challenged) refuse("Disputes_AlreadyChallenged", contribution);
  if (work?.phase !== Phase.Scored) return refuse("Disputes_NotScored", contribution);
  const windowEnd = challengeEndOf(state, work);
  if (timestamp >= windowEnd) refuse("Disputes_WindowClosed", timestamp, windowEnd);
  return work;
}
