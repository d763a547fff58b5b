import { type Address, getAddress } from "viem";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import { gweiToWei } from "../../units.ts";
import { record } from "./record.ts";
import { type Call, refuse, ruleOf, type State } from "./state.ts";

/** `ValidatorRegistry.enter`. */
export function enter(state: State, call: Call): void {
  const { seats, start } = state;
  if (seats.some(({ account }) => account === call.sender))
    refuse("ValidatorRegistry_AlreadySeated", call.sender);
  if (!start.named.some((named) => getAddress(named) === call.sender)) {
    refuse("ValidatorRegistry_NotEligible", call.sender);
  }
  const bond = gweiToWei(ruleOf(state, "SeatBond"));
  if (call.value !== bond) refuse("ValidatorRegistry_WrongBond", call.value, bond);

  const seat = seats.length;
  seats.push({ account: call.sender, since: call.block, bond });
  state.etherHeld += bond;
  record(state, call, "validatorRegistry", "Seated", accountNode(call.sender), dataHash.Seated(seat, bond));
}

/** How many sat at the end of a block. */
export function seatCountAt({ seats }: State, block: bigint): bigint {
  return BigInt(seats.filter(({ since }) => since <= block).length);
}

/** Who held a seat number at the end of a block. */
export function holderAt({ seats }: State, seat: bigint, block: bigint): Address | undefined {
  const holder = seats[Number(seat)];
  return holder !== undefined && holder.since <= block ? holder.account : undefined;
}
