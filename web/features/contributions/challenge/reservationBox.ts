import {
  type Deployment,
  formatReservation,
  hashOfStored,
  parseReservation,
  type StoredReservation,
} from "@azora/sdk";

/** A reservation that the browser would not keep: no deposit may be paid then, for nobody could use it or ask for it back. */
export class ReservationNotKeptError extends Error {
  override name = "ReservationNotKeptError";
}

const PREFIX = "azora.reservation.";

export type Box = Pick<Storage, "getItem" | "setItem" | "key" | "length">;

/** Keeps a reservation with its secret, under its hash. The same as the command line's file. */
export function keepReservation(
  box: Box | undefined,
  deployment: Deployment,
  reservation: StoredReservation,
): void {
  const key = PREFIX + hashOfStored(deployment, reservation);
  const text = formatReservation(reservation);
  try {
    box?.setItem(key, text);
  } catch (cause) {
    throw new ReservationNotKeptError("This browser did not keep the reservation.", { cause });
  }
  // Some browsers take it without a word and keep nothing.
  if (box?.getItem(key) !== text)
    throw new ReservationNotKeptError("This browser did not keep the reservation.");
}

/** What is kept of an account's reservations for a work, whatever became of them. */
export function reservationsFor(
  box: Box | undefined,
  chainId: number,
  challenger: string,
  contribution: string,
): StoredReservation[] {
  const keys = Array.from({ length: box?.length ?? 0 }, (_, place) => box?.key(place) ?? "");
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => parseReservation(box?.getItem(key) ?? null) ?? [])
    .filter(
      (kept) =>
        kept.chainId === chainId && kept.challenger === challenger && kept.contribution === contribution,
    );
}
