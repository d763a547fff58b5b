import { type Address, zeroAddress } from "viem";
import type { ContractName } from "../../addresses.ts";
import { add, type Call, refuse, type State } from "./state.ts";

/** Books ETH that a contract holds for withdrawal. */
export function creditEther(state: State, holder: ContractName, account: Address, amount: bigint): void {
  if (amount === 0n) return;
  const owed = state.etherOwed.get(holder) ?? new Map<Address, bigint>();
  add(owed, account, amount);
  state.etherOwed.set(holder, owed);
}

/** What a contract owes an account. */
export function etherOwedBy({ etherOwed }: State, holder: ContractName, account: Address): bigint {
  return etherOwed.get(holder)?.get(account) ?? 0n;
}

/** `withdrawEther` of a contract that holds bonds. @param accepts Whether the recipient takes ETH. */
export function withdrawEther(
  state: State,
  call: Call,
  to: Address,
  accepts = true,
  holder: ContractName = "attributionRegistry",
): bigint {
  return pay(state, holder, call.sender, to, accepts);
}

/** `withdrawEtherFor` of a contract that holds bonds. */
export function withdrawEtherFor(
  state: State,
  account: Address,
  accepts = true,
  holder: ContractName = "attributionRegistry",
): bigint {
  return pay(state, holder, account, account, accepts);
}

function pay(state: State, holder: ContractName, account: Address, to: Address, accepts: boolean): bigint {
  if (to === zeroAddress || to === state.start.deployment.addresses[holder])
    refuse("EtherCredits_InvalidRecipient", to);
  const amount = etherOwedBy(state, holder, account);
  if (amount === 0n) refuse("EtherCredits_NothingOwed", account);
  if (!accepts) refuse("EtherCredits_TransferFailed", to, amount);

  state.etherOwed.get(holder)?.delete(account);
  state.etherHeld -= amount;
  if (to === state.start.deployment.addresses.citadelFund) state.fundEther += amount;
  return amount;
}
