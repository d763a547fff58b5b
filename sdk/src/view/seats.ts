import type { Address } from "viem";
import { voteKey } from "./fund.ts";
import { ViewGapError } from "./gap.ts";
import type { ProtocolLog } from "./logs.ts";
import type { StintView, View } from "./types.ts";

/** Who sits where, and the bonds. */
export function applySeats(view: View, log: ProtocolLog): void {
  switch (log.eventName) {
    case "Seated": {
      const { account, seat, bond } = log.args;
      hold(view, seat, log.blockNumber, account);
      const stint = { seat, since: log.blockNumber, unlocksAt: undefined, deposited: bond, bond };
      view.stints.set(account, [...(view.stints.get(account) ?? []), stint]);
      return;
    }
    case "Unseated": {
      const { account, seat, unlocksAt } = log.args;
      hold(view, seat, log.blockNumber, undefined);
      stintOf(view, account, -1).unlocksAt = unlocksAt;
      return;
    }
    case "SeatMoved": {
      const { account, from, to } = log.args;
      hold(view, from, log.blockNumber, undefined);
      hold(view, to, log.blockNumber, account);
      stintOf(view, account, -1).seat = to;
      return;
    }
    case "Slashed": {
      const { account, contribution, round, fault, amount, reward, prover, stint } = log.args;
      stintOf(view, account, Number(stint)).bond -= amount;
      const slash = { account, contribution, round, fault, amount, reward, prover };
      view.slashes.set(voteKey(contribution, round, account), slash);
      return;
    }
    case "BondToppedUp": {
      const stint = stintOf(view, log.args.account, Number(log.args.stint));
      stint.bond += log.args.amount;
      if (stint.bond > stint.deposited) stint.deposited = stint.bond;
      return;
    }
    case "BondUnlocked":
      stintOf(view, log.args.account, Number(log.args.stint)).bond = 0n;
      return;
  }
}

function hold(view: View, seat: number, since: bigint, account: Address | undefined): void {
  view.seats.set(seat, [...(view.seats.get(seat) ?? []), { since, account }]);
}

function stintOf(view: View, account: Address, number: number): StintView {
  const stint = view.stints.get(account)?.at(number);
  if (stint === undefined) throw new ViewGapError(`${account} has an event of a seat that it never took.`);
  return stint;
}

/** How many seats were held at the end of a block. */
export function seatsAt({ seats }: View, block: bigint): number {
  return [...seats.values()].filter(
    (holders) => holders.findLast(({ since }) => since <= block)?.account !== undefined,
  ).length;
}

/** What is left of the bond with which an account held its seat at the end of a block, in wei; 0 if it held none. */
export function bondAt({ stints }: View, account: Address, block: bigint): bigint {
  return stints.get(account)?.findLast(({ since }) => since <= block)?.bond ?? 0n;
}
