import { type Address, zeroAddress } from "viem";
import { add, type Call, refuse, type State } from "./state.ts";

/** Books ETH of the registry for withdrawal. */
export function creditEther(state: State, account: Address, amount: bigint): void {
  if (amount > 0n) add(state.etherOwed, account, amount);
}

/** `AttributionRegistry.withdrawEther`. @param accepts Whether the recipient takes ETH. */
export function withdrawEther(state: State, call: Call, to: Address, accepts = true): bigint {
  return pay(state, call.sender, to, accepts);
}

/** `AttributionRegistry.withdrawEtherFor`. */
export function withdrawEtherFor(state: State, account: Address, accepts = true): bigint {
  return pay(state, account, account, accepts);
}

function pay(state: State, account: Address, to: Address, accepts: boolean): bigint {
  const { attributionRegistry } = state.start.deployment.addresses;
  if (to === zeroAddress || to === attributionRegistry) refuse("EtherCredits_InvalidRecipient", to);
  const amount = state.etherOwed.get(account) ?? 0n;
  if (amount === 0n) refuse("EtherCredits_NothingOwed", account);
  if (!accepts) refuse("EtherCredits_TransferFailed", to, amount);

  state.etherOwed.delete(account);
  state.etherHeld -= amount;
  return amount;
}
