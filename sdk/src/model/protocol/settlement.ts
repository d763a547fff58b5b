import { type Attribution, hashAttribution } from "../../attribution.ts";
import { Emission } from "../../generated/constants.ts";
import { Phase } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import type { Node } from "../../node.ts";
import { microAzrToWei } from "../../units.ts";
import { type EpochPoints, settlementRate } from "../emission.ts";
import { flow } from "../flow.ts";
import { points as pointsFor } from "../score.ts";
import { split } from "../split.ts";
import { heirOf } from "./disputes.ts";
import { record } from "./record.ts";
import { releaseBond } from "./registration.ts";
import { payAll } from "./rewards.ts";
import {
  add,
  type Call,
  type EpochState,
  refuse,
  ruleOf,
  type State,
  type WorkState,
  workIn,
} from "./state.ts";

/** `ProofOfValue.finalize`. */
export function finalize(state: State, call: Call, contribution: Node): void {
  const work = workIn(state, contribution, Phase.Scored);
  const windowEnd = challengeEndOf(state, work);
  if (call.timestamp < windowEnd) refuse("ProofOfValue_ChallengeOpen", call.timestamp, windowEnd);

  const worth = pointsFor(work.level);
  work.phase = worth === 0n ? Phase.Rejected : Phase.Accepted;
  if (worth > 0n) join(state, call, work, windowEnd, worth);
  const { opening, round, level, epoch, late } = work;
  if (!state.critiques.has(contribution)) {
    const said = dataHash.Uncritiqued(opening, round);
    record(state, call, "proofOfValue", "Uncritiqued", contribution, said);
  }
  const hash = dataHash.Finalized(opening, round, Number(level), worth, Number(epoch), late);
  record(state, call, "proofOfValue", "Finalized", contribution, hash);
  releaseBond(state, work, worth === 0n ? heirOf(state, work) : undefined);
}

/** The epoch in which the last window ended or, once that is closed, the present one. */
function join(state: State, call: Call, work: WorkState, windowEnd: bigint, worth: bigint): void {
  const due = epochAt(state, windowEnd);
  // A work that comes too late for an epoch seals it, so that what it missed is fixed.
  if (call.timestamp >= sealableAt(state, due)) seal(state, due);
  work.late = epochOf(state, due).isSealed;
  work.epoch = work.late ? epochAt(state, call.timestamp) : due;
  const { points, isSealed } = epochOf(state, work.epoch);
  state.epochs.set(work.epoch, { points: points + worth, isSealed });
}

/** `ProofOfValue.sealEpoch`. */
export function sealEpoch(state: State, call: Call, epoch: bigint): void {
  if (epochOf(state, epoch).isSealed) refuse("ProofOfValue_EpochAlreadySealed", epoch);
  checkSealable(state, call, epoch);
  seal(state, epoch);
}

/** `ProofOfValue.settle`. @return The whole amount minted. */
export function settle(state: State, call: Call, contribution: Node, attribution: Attribution): bigint {
  const work = workIn(state, contribution, Phase.Accepted);
  if (!epochOf(state, work.epoch).isSealed) checkSealable(state, call, work.epoch);
  const rate = rateOf(state, work);
  const amount = pointsFor(work.level) * rate;
  const { citadel, people } = split(amount);
  const supply = state.supply + amount;
  if (supply > Emission.MAX_SUPPLY) refuse("AzoraToken_SupplyExceeded", supply, Emission.MAX_SUPPLY);
  const given = hashAttribution(attribution);
  if (given !== work.attributionHash) {
    refuse("RewardLedger_AttributionMismatch", contribution, given, work.attributionHash);
  }

  seal(state, work.epoch);
  work.phase = Phase.Settled;
  state.supply = supply;
  const { citadelFund, rewardLedger } = state.start.deployment.addresses;
  add(state.azr, citadelFund, citadel);
  add(state.azr, rewardLedger, people);
  const payments = flow(attribution, { amount: people, minted: people });
  payAll(state.pots, payments);
  const hash = dataHash.Settled(Number(work.epoch), rate, amount, citadel, payments);
  record(state, call, "proofOfValue", "Settled", contribution, hash);
  return amount;
}

/** In wei a point. */
function rateOf(state: State, work: WorkState): bigint {
  const cap = microAzrToWei(ruleOf(state, "PointPriceCap", work.rulesVersion));
  const missed = work.late ? pointsOf(state, epochAt(state, challengeEndOf(state, work))) : undefined;
  return settlementRate(pointsFor(work.level), pointsOf(state, work.epoch), missed, cap);
}

const pointsOf = (state: State, epoch: bigint): EpochPoints => ({
  epoch,
  points: epochOf(state, epoch).points,
});

/** When the last window of a scored work ends, in seconds: that of a challenge, or the second panel's if it was drawn. */
export function challengeEndOf(state: State, work: WorkState): bigint {
  const last = Math.max(...work.rounds.keys());
  const revealEnd = work.rounds.get(last)?.revealEnd ?? 0n;
  if (work.dispute !== undefined && last > work.dispute.firstRound) return revealEnd;
  return revealEnd + ruleOf(state, "ChallengeWindow", work.rulesVersion);
}

export function epochAt({ start }: State, timestamp: bigint): bigint {
  return (timestamp - start.genesisTime) / start.epochLength;
}

/** When an epoch may be sealed, by the present rules. */
export function sealableAt(state: State, epoch: bigint): bigint {
  const { genesisTime, epochLength } = state.start;
  return genesisTime + (epoch + 1n) * epochLength + ruleOf(state, "SealDelay");
}

export function epochOf({ epochs }: State, epoch: bigint): EpochState {
  return epochs.get(epoch) ?? { points: 0n, isSealed: false };
}

function seal(state: State, epoch: bigint): void {
  state.epochs.set(epoch, { ...epochOf(state, epoch), isSealed: true });
}

function checkSealable(state: State, call: Call, epoch: bigint): void {
  const from = sealableAt(state, epoch);
  if (call.timestamp < from) refuse("ProofOfValue_EpochNotSealed", epoch, from);
}
