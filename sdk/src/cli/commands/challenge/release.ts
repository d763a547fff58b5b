import type { LocalAccount } from "viem";
import { releaseCall } from "../../../calls.ts";
import type { Node } from "../../../node.ts";
import { hashOfStored, type StoredReservation } from "../../../storedReservation.ts";
import { formatEth } from "../../../units.ts";
import { type ReservationView, reservationKey, type View } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import { type Context, send } from "../../context.ts";
import { reservationsFor } from "../../reservations.ts";

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
  return reservationsFor(folder, deployment.chainId, account.address, contribution).flatMap((kept) => {
    const key = reservationKey(account.address, hashOfStored(deployment, kept));
    const onChain = view.reservations.get(key);
    return onChain === undefined ? [] : [{ kept, onChain }];
  });
}

/** Gets the deposits of reservations back, of a work that was challenged. @return What came back, in wei. */
export async function releaseAll(
  context: Context,
  chain: OpenChain,
  account: LocalAccount,
  reservations: readonly LiveReservation[],
): Promise<bigint> {
  let released = 0n;
  for (const { kept, onChain } of reservations) {
    await send(chain, account, releaseCall(chain.network.deployment.addresses, kept), context);
    released += onChain.deposit;
  }
  return released;
}

/** What is said of a deposit that came back. */
export const releasedText = (contribution: Node, released: bigint): string =>
  `The score of ${contribution} was challenged before your reservation was used. Its deposit of ${formatEth(released)} is credited back: azora withdraw --ether pays it out.`;
