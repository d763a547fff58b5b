import { Outcome, Phase } from "../generated/enums.ts";
import { ViewGapError } from "./gap.ts";
import type { ProtocolLog } from "./logs.ts";
import type { ChallengeView, View } from "./types.ts";
import { newRound, workOf } from "./works.ts";

/** What becomes of a challenged score, and of a void work that is opened again. */
export function applyDisputes(view: View, log: ProtocolLog): void {
  switch (log.eventName) {
    case "Reserved": {
      const { challenger, hash, deposit } = log.args;
      const reservation = { challenger, hash, deposit, block: log.blockNumber };
      view.reservations.set(reservationKey(challenger, hash), reservation);
      return;
    }
    case "Redeemed":
    case "Released":
    case "Forfeited":
      forgetReservation(view, log);
      return;
    case "Challenged": {
      const { contribution, challenger, flagged, direction, ground, reasonHash, fee, bond } = log.args;
      const work = workOf(view, contribution);
      work.challenge = {
        challenger,
        flagged,
        direction,
        ground,
        reasonHash,
        fee,
        bond,
        first: work.round,
        firstLevel: work.level,
        rounds: [],
        outcome: Outcome.Pending,
        secondLevel: undefined,
        shared: new Set(),
      };
      return;
    }
    case "Resolved": {
      const work = workOf(view, log.args.contribution);
      challengeOf(view, log).outcome = log.args.outcome;
      work.phase = Phase.Scored;
      work.level = log.args.level;
      return;
    }
    case "FeeShared":
      challengeOf(view, log).shared.add(shareKey(log.args.round, log.args.validator));
      return;
    case "Reopened": {
      const { contribution, opening, round, bond } = log.args;
      const work = workOf(view, contribution);
      const delay = view.rules.get(work.rulesVersion)?.ArmingDelay ?? 0n;
      work.phase = Phase.Armed;
      work.opening = opening;
      work.bond = bond;
      work.past.push(work.round);
      work.round = newRound(round, log.blockNumber, log.blockNumber + delay);
      return;
    }
  }
}

function forgetReservation(
  view: View,
  { eventName, args }: Extract<ProtocolLog, { eventName: "Redeemed" | "Released" | "Forfeited" }>,
): void {
  const key = reservationKey(args.challenger, args.hash);
  view.reservations.delete(key);
  if (eventName === "Forfeited") view.forfeited.add(key);
}

/** How {@link View.reservations} names one. */
export const reservationKey = (challenger: string, hash: string): string => `${challenger} ${hash}`;

/** How {@link ChallengeView.shared} names a judge of a round. */
export const shareKey = (round: number, validator: string): string => `${round} ${validator}`;

function challengeOf(
  view: View,
  { args }: Extract<ProtocolLog, { eventName: "Resolved" | "FeeShared" }>,
): ChallengeView {
  const { challenge } = workOf(view, args.contribution);
  if (challenge === undefined)
    throw new ViewGapError(`${args.contribution} has an event of a challenge but was never challenged.`);
  return challenge;
}
