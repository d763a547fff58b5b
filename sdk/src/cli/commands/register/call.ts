import type { Hex } from "viem";
import type { Attribution } from "../../../attribution.ts";
import { registerCall } from "../../../calls.ts";
import { explain } from "../../../errors/explain.ts";
import { attributionRegistryAbi } from "../../../generated/abis.ts";
import type { OpenChain } from "../../chain.ts";

/** The registration with the bond that is asked for now. */
export async function callFor(
  { client, network }: OpenChain,
  evidenceHash: Hex,
  attribution: Attribution,
  uri: string,
) {
  const registry = {
    address: network.deployment.addresses.attributionRegistry,
    abi: attributionRegistryAbi,
  } as const;
  const value = await client.readContract({ ...registry, functionName: "bondRequired" }).catch((error) => {
    throw explain(error);
  });
  return { ...registerCall(network.deployment.addresses, evidenceHash, attribution, uri, value), value };
}
