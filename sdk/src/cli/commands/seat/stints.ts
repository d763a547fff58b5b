import type { Address } from "viem";
import { validatorRegistryAbi } from "../../../generated/abis.ts";
import { formatEth } from "../../../units.ts";
import type { OpenChain } from "../../chain.ts";
import { due } from "../../times.ts";

/** A seat from its taking to its end, and the bond behind it, in wei. Times in seconds. */
export interface Stint {
  number: number;
  since: number;
  /** 0 while the seat is held. */
  until: number;
  unlocksAt: bigint;
  deposited: bigint;
  bond: bigint;
}

export async function readStints({ client, network }: OpenChain, account: Address): Promise<Stint[]> {
  const { validatorRegistry: address } = network.deployment.addresses;
  const args = [account] as const;
  const read = { address, abi: validatorRegistryAbi, functionName: "stintsOf", args } as const;
  const stints = await client.readContract(read);
  return stints.map((stint, number) => ({ number, ...stint }));
}

/** What is left of a bond, and when it can be had. */
export function bondText({ until, unlocksAt, deposited, bond }: Stint, now: bigint): string {
  const left = `${formatEth(bond)} of ${formatEth(deposited)}`;
  if (until === 0) return `${left}, held while it sits`;
  return bond === 0n ? `${left}, paid out or slashed` : `${left}, to be had ${due(unlocksAt, now)}`;
}
