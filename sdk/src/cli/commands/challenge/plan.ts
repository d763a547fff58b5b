import { explain } from "../../../errors/explain.ts";
import { FaultError, fault } from "../../../fault.ts";
import { Reservations } from "../../../generated/constants.ts";
import { type Direction, Phase } from "../../../generated/enums.ts";
import { canWin, challengePrice } from "../../../model/challenge.ts";
import { hashOfStored, isSameClaim, type StoredReservation } from "../../../storedReservation.ts";
import { reservationKey, rule, type View, type WorkView } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import { keptReservations } from "../../reservations.ts";
import type { LiveReservation } from "./release.ts";

/**
 * Fee and bond of a challenge, from the logs of all works: a node that is asked for it knows which one is meant.
 * @throws AzoraError as `Disputes.priceOf` would refuse
 */
export function priceOf(
  view: View,
  { contribution, phase, level, rulesVersion }: WorkView,
  direction: Direction,
): readonly [bigint, bigint] {
  if (phase !== Phase.Scored) throw explain(new FaultError(fault("Disputes_NotScored", contribution)));
  if (!canWin(direction, BigInt(level)))
    throw explain(new FaultError(fault("Disputes_CannotWin", direction, level)));
  const { fee, bond } = challengePrice((name) => rule(view, name, rulesVersion), direction, BigInt(level));
  return [fee, bond];
}

/** Of what an account has reserved, what says this and can still be used in the next block. */
export const usableFor = (
  live: readonly LiveReservation[],
  view: View,
  claim: StoredReservation,
): LiveReservation | undefined =>
  live.find(
    ({ kept, onChain }) =>
      isSameClaim(kept, claim) && view.block < onChain.block + BigInt(Reservations.LIFETIME),
  );

/**
 * What an interrupted command kept of the same claim, and may have sent: with the same salt it can be reserved only once, and
 * the deposit paid only once. One that was on the chain before is none of these.
 */
export function unsentFor(
  { network, folder }: Pick<OpenChain, "network" | "folder">,
  view: View,
  claim: StoredReservation,
): StoredReservation | undefined {
  const { deployment } = network;
  return keptReservations(folder, deployment, claim.challenger).find((kept) => {
    const key = reservationKey(kept.challenger, hashOfStored(deployment, kept));
    return isSameClaim(kept, claim) && !view.reservations.has(key) && !view.forfeited.has(key);
  });
}
