import { type Address, getAddress, type Hex, zeroAddress } from "viem";
import { NodeKind, nodeKindNames } from "../../generated/enums.ts";
import { nodeAccount, nodeKind } from "../../node.ts";

/** The name of an enum's number. */
export function nameIn<name extends string>(names: readonly name[], number: number): name {
  const name = names[number];
  if (name === undefined) throw new RangeError(`There is no name for ${number} among ${names.join(", ")}.`);
  return name;
}

export const kindOf = (node: Hex) => nameIn(nodeKindNames, nodeKind(node));

/** The account of an account's node. */
export const accountOf = (node: Hex): Address | null =>
  nodeKind(node) === NodeKind.Account ? nodeAccount(node) : null;

export const orNobody = (account: Address): Address | null =>
  account === zeroAddress ? null : getAddress(account);

/** As databases order text. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Addresses are kept in lower case. */
export const byAddress = (a: string, b: string): number => byText(a.toLowerCase(), b.toLowerCase());

export const byNumber = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last ones, the very last first. */
export const latest = <item>(items: readonly item[], limit: number): item[] => items.slice(-limit).reverse();
