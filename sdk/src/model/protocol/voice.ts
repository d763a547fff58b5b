import { type Address, zeroAddress } from "viem";
import type { Call, State } from "./state.ts";

/** `Voice.sync`: units come up to what was earned, and never down. */
export function raiseUnits({ units }: State, account: Address, earned: bigint): void {
  if (earned > unitsOf({ units }, account)) units.set(account, earned);
}

/** `Voice.delegate`. To nobody means back to oneself. */
export function delegate({ delegates }: State, call: Call, delegatee: Address): void {
  delegates.set(call.sender, delegatee === zeroAddress ? call.sender : delegatee);
}

/** `Voice.delegates`. */
export const delegateOf = ({ delegates }: Pick<State, "delegates">, account: Address): Address =>
  delegates.get(account) ?? account;

export const unitsOf = ({ units }: Pick<State, "units">, account: Address): bigint =>
  units.get(account) ?? 0n;

/** `Voice.getVotes`: the units of all that have it as their delegate, themselves unless they chose. */
export function votesOf(state: State, account: Address): bigint {
  return [...state.units]
    .filter(([owner]) => delegateOf(state, owner) === account)
    .reduce((sum, [, units]) => sum + units, 0n);
}
