import type { PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import { proofOfValueAbi } from "../generated/abis.ts";
import type { EpochClock } from "./times.ts";

/** Reads what no event tells, because it never changes. */
export async function readEpochClock(client: PublicClient, { addresses }: Deployment): Promise<EpochClock> {
  const contract = { address: addresses.proofOfValue, abi: proofOfValueAbi } as const;
  const [genesisTime, epochLength] = await Promise.all([
    client.readContract({ ...contract, functionName: "GENESIS_TIME" }),
    client.readContract({ ...contract, functionName: "EPOCH_LENGTH" }),
  ]);
  return { genesisTime, epochLength };
}
