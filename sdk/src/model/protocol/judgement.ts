import { type Hex, numberToHex } from "viem";
import type { Share } from "../../attribution.ts";
import { type Ballot, hashBallot } from "../../ballot.ts";
import { HistogramLib, PanelLib } from "../../generated/constants.ts";
import { Phase, RearmReason } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import type { Node } from "../../node.ts";
import { drawPanel, packPanel, packVotes, panelSeed } from "../panel.ts";
import { lowerMedian, panelSize, quorum } from "../score.ts";
import { drawSecond, resolve } from "./disputes.ts";
import { record } from "./record.ts";
import { isParty, releaseBond } from "./registration.ts";
import { holderAt, seatCountAt } from "./seats.ts";
import { type Call, type RoundState, refuse, ruleOf, type State, type WorkState, workIn } from "./state.ts";

/** In place of a vote that has leaked: one more than an opened vote leaves there. */
export const LEAKED = BigInt(HistogramLib.LEVELS + 1);

/** `ProofOfValue.draw`. @param prevRandao What the header given proves; nothing if it is not that of the draw block. */
export function draw(state: State, call: Call, contribution: Node, prevRandao: bigint | undefined): void {
  const work = workIn(state, contribution, Phase.Armed);
  const { drawBlock, lastBlock } = drawBlocks(state, work);
  if (call.block <= drawBlock) refuse("ProofOfValue_DrawTooEarly", call.block, drawBlock);
  if (call.block > lastBlock) refuse("ProofOfValue_DrawMissed", call.block, lastBlock);
  if (prevRandao === undefined) refuse("ProofOfValue_InvalidHeader", drawBlock);

  const seats = seatCountAt(state, work.armedAt);
  const seed = panelSeed(prevRandao, contribution, work.round);
  const panel = work.challenged
    ? drawSecond(state, work, seed, seats)
    : drawFirst(seed, ruleOf(state, "PanelLimit", work.rulesVersion), seats);
  const commitEnd = call.timestamp + ruleOf(state, "CommitWindow", work.rulesVersion);
  const revealEnd = commitEnd + ruleOf(state, "RevealWindow", work.rulesVersion);
  const { armedAt } = work;
  work.rounds.set(work.round, { panel, armedAt, commitEnd, revealEnd, ballots: new Map(), votes: [] });
  work.phase = Phase.Voting;
  const hash = dataHash.Drawn(work.round, prevRandao, packPanel(panel));
  record(state, call, "proofOfValue", "Drawn", contribution, hash);
}

function drawFirst(seed: Hex, limit: bigint, seats: bigint): bigint[] {
  const size = panelSize(limit, seats);
  if (size === 0n) refuse("ProofOfValue_TooFewSeats", seats, PanelLib.MIN_SEATS);
  return drawPanel(seed, size, seats);
}

/** `ProofOfValue.rearm`. */
export function rearm(state: State, call: Call, contribution: Node): void {
  const work = workIn(state, contribution, Phase.Armed);
  const { lastBlock } = drawBlocks(state, work);
  if (call.block <= lastBlock) refuse("ProofOfValue_DrawNotMissed", call.block, lastBlock);
  if (work.rearmed) {
    giveUp(state, call, contribution, work);
  } else {
    work.rearmed = true;
    armAgain(state, call, contribution, work, RearmReason.MissedDraw);
  }
}

/** `ProofOfValue.commit`. */
export function commit(
  state: State,
  call: Call,
  contribution: Node,
  position: bigint,
  commitment: Hex,
): void {
  const round = votingRound(workIn(state, contribution, Phase.Voting));
  if (call.timestamp >= round.commitEnd) refuse("ProofOfValue_CommitClosed", call.timestamp, round.commitEnd);
  // What an opened vote leaves behind must not be taken for a commitment.
  if (BigInt(commitment) <= LEAKED) refuse("ProofOfValue_InvalidCommitment", commitment);
  const seat = position < BigInt(round.panel.length) ? round.panel[Number(position)] : undefined;
  const holder = seat === undefined ? undefined : holderAt(state, seat, round.armedAt);
  if (holder !== call.sender) refuse("ProofOfValue_NotOnPanel", contribution, call.sender, position);
  if (BigInt(round.ballots.get(call.sender) ?? 0n) === LEAKED)
    refuse("ProofOfValue_VoteVoided", contribution, call.sender);
  round.ballots.set(call.sender, commitment);
}

/** `ProofOfValue.reveal`. */
export function reveal(
  state: State,
  call: Call,
  contribution: Node,
  ballot: Ballot,
  contributors: readonly Share[],
  upstreamHash: Hex,
): void {
  const work = workIn(state, contribution, Phase.Voting);
  const round = votingRound(work);
  const { commitEnd, revealEnd } = round;
  if (call.timestamp < commitEnd || call.timestamp >= revealEnd) {
    refuse("ProofOfValue_RevealClosed", call.timestamp, commitEnd, revealEnd);
  }
  if (ballot.level >= HistogramLib.LEVELS) refuse("ProofOfValue_InvalidLevel", ballot.level);
  const expected = hashBallot(state.start.deployment, contribution, work.round, ballot);
  if (round.ballots.get(ballot.validator) !== expected) {
    refuse("ProofOfValue_NoMatchingCommitment", contribution, ballot.validator);
  }
  if (isParty(state, contribution, ballot.validator, contributors, upstreamHash)) {
    refuse("ProofOfValue_PartyVote", contribution, ballot.validator);
  }
  round.ballots.set(ballot.validator, numberToHex(ballot.level + 1, { size: 32 }));
  round.votes.push(BigInt(ballot.level));
}

/** `ProofOfValue.score`. */
export function score(state: State, call: Call, contribution: Node): void {
  const work = workIn(state, contribution, Phase.Voting);
  const { panel, votes, revealEnd } = votingRound(work);
  if (call.timestamp < revealEnd) refuse("ProofOfValue_RevealOpen", call.timestamp, revealEnd);
  if (BigInt(votes.length) < quorum(BigInt(panel.length))) {
    if (work.redrawn) {
      giveUp(state, call, contribution, work);
    } else {
      work.redrawn = true;
      armAgain(state, call, contribution, work, RearmReason.NoQuorum);
    }
    return;
  }
  const level = lowerMedian(votes);
  const hash = dataHash.Scored(work.round, Number(level), packVotes(votes));
  record(state, call, "proofOfValue", "Scored", contribution, hash);
  if (work.challenged) {
    resolve(state, call, contribution, work, level);
  } else {
    work.level = level;
    work.scoredRound = work.round;
    work.phase = Phase.Scored;
  }
}

/** The block whose prevRandao draws an armed round, and the last one at which it still can. */
export function drawBlocks(state: State, work: WorkState): { drawBlock: bigint; lastBlock: bigint } {
  const drawBlock = work.armedAt + ruleOf(state, "ArmingDelay", work.rulesVersion);
  return { drawBlock, lastBlock: drawBlock + BigInt(PanelLib.HISTORY) };
}

function votingRound(work: WorkState): RoundState {
  const round = work.rounds.get(work.round);
  if (round === undefined) throw new Error(`Round ${work.round} is voted on but was never drawn.`);
  return round;
}

export function armAgain(
  state: State,
  call: Call,
  contribution: Node,
  work: WorkState,
  reason: RearmReason,
): void {
  work.round += 1;
  work.armedAt = call.block;
  work.phase = Phase.Armed;
  const hash = dataHash.Rearmed(work.round, reason, Number(call.block));
  record(state, call, "proofOfValue", "Rearmed", contribution, hash);
}

/** A first panel that fails leaves the work void, a second one leaves the first level. */
function giveUp(state: State, call: Call, contribution: Node, work: WorkState): void {
  if (work.challenged) {
    resolve(state, call, contribution, work, undefined);
    return;
  }
  work.phase = Phase.Void;
  record(state, call, "proofOfValue", "Voided", contribution, dataHash.Voided(work.opening, work.round));
  releaseBond(state, work);
}
