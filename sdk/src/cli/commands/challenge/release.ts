import type { LocalAccount } from "viem";
import type { Addresses } from "../../../addresses.ts";
import { releaseCall } from "../../../calls.ts";
import { AzoraError } from "../../../errors/AzoraError.ts";
import type { Node } from "../../../node.ts";
import { hashOfStored, type StoredReservation } from "../../../storedReservation.ts";
import type { TransactionCall } from "../../../transact.ts";
import { formatEth } from "../../../units.ts";
import { type ReservationView, reservationKey, type View } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import { keptReservations } from "../../reservations.ts";

/** A reservation that is kept on this machine, and still there on the chain. */
export interface LiveReservation {
  readonly kept: StoredReservation;
  readonly onChain: ReservationView;
}

/** What an account has reserved of a work. */
export function liveReservations(
  { network, folder }: OpenChain,
  view: View,
  account: LocalAccount,
  contribution: Node,
): LiveReservation[] {
  const { deployment } = network;
  return keptReservations(folder, deployment, account.address)
    .filter((kept) => kept.contribution === contribution)
    .flatMap((kept) => {
      const key = reservationKey(account.address, hashOfStored(deployment, kept));
      const onChain = view.reservations.get(key);
      return onChain === undefined ? [] : [{ kept, onChain }];
    });
}

/**
 * Gets the deposits of reservations back, of a work that was challenged. One that was forfeited in the meantime holds up none
 * of the others.
 * @param send Sends a call and waits until it is mined
 * @return What came back, in wei
 */
export async function releaseAll(
  addresses: Addresses,
  reservations: readonly LiveReservation[],
  send: (call: TransactionCall) => Promise<unknown>,
): Promise<bigint> {
  let released = 0n;
  for (const { kept, onChain } of reservations) {
    try {
      await send(releaseCall(addresses, kept));
      released += onChain.deposit;
    } catch (error) {
      if (!(error instanceof AzoraError) || error.name !== "Reservations_NotReserved") throw error;
    }
  }
  return released;
}

/** What is said of deposits that came back, or did not. */
export const releasedText = (contribution: Node, released: bigint): string =>
  released === 0n
    ? `The score of ${contribution} is challenged. Nothing was released: what you had reserved of it expired, and its deposit went to the commons.`
    : `The score of ${contribution} is challenged. What you had reserved of it and not used is given up, and ${formatEth(released)} is credited back: azora withdraw --ether pays it out.`;
