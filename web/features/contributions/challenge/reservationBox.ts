import {
  type Deployment,
  formatReservation,
  hashOfStored,
  parseReservation,
  type StoredReservation,
} from "@azora/sdk";
import { type Box, keepText, textsUnder } from "#lib/browser/texts.ts";

/** A reservation that the browser would not keep: no deposit may be paid then, for nobody could use it or ask for it back. */
export class ReservationNotKeptError extends Error {
  override name = "ReservationNotKeptError";
}

const PREFIX = "azora.reservation.";

/** Keeps a reservation with its secret, under its hash. The same as the command line's file. */
export function keepReservation(
  box: Box | undefined,
  deployment: Deployment,
  reservation: StoredReservation,
): void {
  keepText(
    box,
    PREFIX + hashOfStored(deployment, reservation),
    formatReservation(reservation),
    (options) => new ReservationNotKeptError("This browser did not keep the reservation.", options),
  );
}

/** What is kept of an account's reservations for a work, whatever became of them. */
export function reservationsFor(
  box: Box | undefined,
  chainId: number,
  challenger: string,
  contribution: string,
): StoredReservation[] {
  return textsUnder(box, PREFIX)
    .flatMap((text) => parseReservation(text) ?? [])
    .filter(
      (kept) =>
        kept.chainId === chainId && kept.challenger === challenger && kept.contribution === contribution,
    );
}
