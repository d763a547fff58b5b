import { type Address, encodeFunctionData, erc20Abi, type Hex } from "viem";
import type { Addresses } from "./addresses.ts";
import type { Attribution } from "./attribution.ts";
import { attributionRegistryAbi, rewardLedgerAbi, validatorRegistryAbi } from "./generated/abis.ts";
import type { Node } from "./node.ts";
import type { TransactionCall } from "./transact.ts";

/** Rewards in any token, and what is owed in it, encoded. */

/** Lets the reward ledger take so much of the caller's token, and no more. */
export function approveCall({ rewardLedger }: Addresses, token: Address, amount: bigint): TransactionCall {
  const args = [rewardLedger, amount] as const;
  return { to: token, data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args }) };
}

/** Pays a token to an accepted work: nine tenths to its people, by its attribution. */
export function rewardCall(
  { rewardLedger }: Addresses,
  token: Address,
  contribution: Node,
  amount: bigint,
  attribution: Attribution,
): TransactionCall {
  const args = [token, contribution, amount, attribution] as const;
  return {
    to: rewardLedger,
    data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "reward", args }),
  };
}

/** Moves a node's pool of a token one hop, by the attribution of its work. */
export function flowTokenCall(
  { rewardLedger }: Addresses,
  token: Address,
  node: Node,
  attribution: Attribution,
): TransactionCall {
  const args = [token, node, attribution] as const;
  return { to: rewardLedger, data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "flow", args }) };
}

/** Pays the caller's whole credit of a token to an address. */
export function withdrawTokenCall({ rewardLedger }: Addresses, token: Address, to: Address): TransactionCall {
  const args = [token, to] as const;
  return {
    to: rewardLedger,
    data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "withdraw", args }),
  };
}

/** Fills the bond of the caller's seat up. @param value In wei, at most what is missing. */
export const topUpCall = ({ validatorRegistry }: Addresses, value: bigint): TransactionCall => ({
  to: validatorRegistry,
  data: encodeFunctionData({ abi: validatorRegistryAbi, functionName: "topUp" }),
  value,
});

/** The contracts that owe ETH to accounts, each for itself: bonds, fees and rewards of proofs that came back. */
export const etherHolders = ({
  attributionRegistry,
  validatorRegistry,
  disputes,
}: Addresses): readonly Address[] => [attributionRegistry, validatorRegistry, disputes];

/** Pays the caller's whole credit of ETH in one of these contracts to an address. */
export const withdrawEtherFromCall = (holder: Address, to: Address): TransactionCall => ({
  to: holder,
  data: etherData("withdrawEther", to),
});

/** Pays an account's whole credit of ETH in one of these contracts to the account itself; anyone may. */
export const withdrawEtherForFromCall = (holder: Address, account: Address): TransactionCall => ({
  to: holder,
  data: etherData("withdrawEtherFor", account),
});

/** The same functions in each of them. */
const etherData = (functionName: "withdrawEther" | "withdrawEtherFor", account: Address): Hex =>
  encodeFunctionData({ abi: attributionRegistryAbi, functionName, args: [account] });
