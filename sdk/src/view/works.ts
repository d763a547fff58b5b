import type { Address, Hex } from "viem";
import { Phase } from "../generated/enums.ts";
import { unpackPanel } from "../model/panel.ts";
import { ViewGapError } from "./gap.ts";
import type { ProtocolLog } from "./logs.ts";
import type { RoundView, View, WorkView } from "./types.ts";

export function workOf(view: View, contribution: Hex): WorkView {
  const work = view.works.get(contribution);
  if (work === undefined) throw new ViewGapError(`${contribution} has an event but was never opened.`);
  return work;
}

export function newRound(round: number, armedAt: bigint, drawBlock: bigint): RoundView {
  return {
    round,
    armedAt,
    drawBlock,
    panel: [],
    commitEnd: 0n,
    revealEnd: 0n,
    committed: new Map(),
    revealed: new Map(),
  };
}

/** The panel's seat numbers, and who held them at the end of the block of the arming. */
function holders(view: View, packed: bigint, armedAt: bigint): Address[] {
  return unpackPanel(packed)
    .map(Number)
    .map((number) => {
      const holder = view.seats.get(number)?.findLast(({ since }) => since <= armedAt);
      if (holder?.account === undefined)
        throw new ViewGapError(`Nobody held seat ${number} at block ${armedAt}.`);
      return holder.account;
    });
}

/** What a work goes through until it is scored or void. */
export function applyJudgement(view: View, log: ProtocolLog): void {
  switch (log.eventName) {
    case "Registered": {
      const { contribution, registrant, evidenceHash, uri, attribution, rulesVersion, bond } = log.args;
      const delay = view.rules.get(rulesVersion)?.ArmingDelay;
      if (delay === undefined)
        throw new ViewGapError(`${contribution} has rules of an unknown version ${rulesVersion}.`);
      view.works.set(contribution, {
        contribution,
        registrant,
        evidenceHash,
        uri,
        attribution,
        rulesVersion,
        bond,
        phase: Phase.Armed,
        opening: 1,
        round: newRound(1, log.blockNumber, log.blockNumber + delay),
        past: [],
        challenge: undefined,
        level: 0,
        points: 0n,
        epoch: 0,
        late: false,
        amount: 0n,
        citadel: 0n,
      });
      return;
    }
    case "Rearmed": {
      const work = workOf(view, log.args.contribution);
      work.phase = Phase.Armed;
      work.past.push(work.round);
      work.round = newRound(log.args.round, BigInt(log.args.armedAt), BigInt(log.args.drawBlock));
      work.challenge?.rounds.push(work.round);
      return;
    }
    case "Drawn": {
      const work = workOf(view, log.args.contribution);
      work.phase = Phase.Voting;
      work.round.panel = holders(view, log.args.panel, work.round.armedAt);
      work.round.commitEnd = BigInt(log.args.commitEnd);
      work.round.revealEnd = BigInt(log.args.revealEnd);
      return;
    }
    case "Committed":
      workOf(view, log.args.contribution).round.committed.set(log.args.validator, log.args.commitment);
      return;
    case "Revealed":
      workOf(view, log.args.contribution).round.revealed.set(log.args.validator, log.args.level);
      return;
    case "Scored": {
      const work = workOf(view, log.args.contribution);
      // The median of a second panel decides the challenge, which is resolved in the same transaction.
      if (work.challenge) {
        work.challenge.secondLevel = log.args.level;
        return;
      }
      work.phase = Phase.Scored;
      work.level = log.args.level;
      return;
    }
    case "Voided":
      workOf(view, log.args.contribution).phase = Phase.Void;
      return;
  }
}

/** What becomes of a scored work, and of the epochs that works join. */
export function applySettlement(view: View, log: ProtocolLog): void {
  switch (log.eventName) {
    case "BondReleased":
      workOf(view, log.args.contribution).bond = 0n;
      return;
    case "Finalized": {
      const work = workOf(view, log.args.contribution);
      const { points, epoch, late } = log.args;
      work.phase = points === 0n ? Phase.Rejected : Phase.Accepted;
      work.points = points;
      work.epoch = epoch;
      work.late = late;
      if (points > 0n) {
        const before = view.epochs.get(epoch) ?? { points: 0n, isSealed: false };
        view.epochs.set(epoch, { ...before, points: before.points + points });
      }
      return;
    }
    case "EpochsStarted":
      view.clock = log.args;
      return;
    case "EpochSealed":
      view.epochs.set(log.args.epoch, { points: log.args.points, isSealed: true });
      return;
    case "Settled": {
      const work = workOf(view, log.args.contribution);
      work.phase = Phase.Settled;
      work.amount = log.args.amount;
      work.citadel = log.args.citadel;
      return;
    }
  }
}
