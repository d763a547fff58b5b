import { type Address, decodeFunctionData, type Hex } from "viem";
import type { Addresses } from "./addresses.ts";
import {
  attributionRegistryAbi,
  azoraGovernorAbi,
  citadelFundAbi,
  constitutionAbi,
  timelockAbi,
  validatorRegistryAbi,
} from "./generated/abis.ts";

const CALLED = [
  ...constitutionAbi,
  ...citadelFundAbi,
  ...attributionRegistryAbi,
  ...validatorRegistryAbi,
  ...azoraGovernorAbi,
  ...timelockAbi,
].filter((entry) => entry.type === "function");

/** A call by its name and its arguments, each with its own name. */
export interface Deed {
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly value: string }[];
}

/** What a call of a proposal does, as far as the protocol's own functions say; undefined for any other. */
export function readDeed(data: Hex): Deed | undefined {
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: CALLED, data });
    const found = CALLED.find(({ name, inputs }) => name === functionName && inputs.length === args.length);
    const names = found?.inputs.map((input) => ("name" in input ? input.name : "") ?? "") ?? [];
    return {
      name: functionName,
      args: args.map((arg, place) => ({ name: names[place] ?? "", value: textOf(arg) })),
    };
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join(", ") : String(value);
}

/** Which of the protocol's contracts this is; undefined if it is none of them. */
export function placeOf(addresses: Addresses, target: Address): keyof Addresses | undefined {
  const places = Object.keys(addresses) as (keyof Addresses)[];
  return places.find((place) => addresses[place].toLowerCase() === target.toLowerCase());
}
