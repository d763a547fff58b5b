import type { PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import { attributionRegistryAbi, proofOfValueAbi, validatorRegistryAbi } from "../generated/abis.ts";
import { panelSize } from "../model/index.ts";
import { gweiToWei } from "../units.ts";
import { rule, type View } from "../view/index.ts";

/** What a registration costs now, in wei, and how many can be had at that price before the bond doubles. */
export interface BondPrice {
  bond: bigint;
  /** Without load. */
  base: bigint;
  room: number;
}

/** @throws viem's errors, among them that there are too few seats for any registration */
export async function readBondPrice(
  client: PublicClient,
  { addresses }: Deployment,
  view: View,
): Promise<BondPrice> {
  const [bond, open, seats] = await Promise.all([
    client.readContract({
      address: addresses.attributionRegistry,
      abi: attributionRegistryAbi,
      functionName: "bondRequired",
    }),
    client.readContract({
      address: addresses.proofOfValue,
      abi: proofOfValueAbi,
      functionName: "openRounds",
    }),
    client.readContract({
      address: addresses.validatorRegistry,
      abi: validatorRegistryAbi,
      functionName: "seatCount",
    }),
  ]);
  const version = Math.max(...view.rules.keys());
  const panel = panelSize(rule(view, "PanelLimit", version), BigInt(seats));
  const step = BigInt(seats) * rule(view, "Load", version);
  return { bond, base: gweiToWei(rule(view, "RegistrationBond", version)), room: roomFor(open, panel, step) };
}

/** The bond doubles with each `step` of duties; every open round is `panel` of them. */
export function roomFor(open: bigint, panel: bigint, step: bigint): number {
  const next = ((open * panel) / step + 1n) * step;
  return Number((next + panel - 1n) / panel - open);
}
