import type { PublicClient } from "viem";
import type { Addresses } from "./addresses.ts";
import { constitutionAbi } from "./generated/abis.ts";
import { Rule } from "./generated/enums.ts";
import { gweiToWei } from "./units.ts";

/** What a seat costs now, by the present version of the rules, in wei. */
export async function readSeatBond(
  client: Pick<PublicClient, "readContract">,
  { constitution: address }: Pick<Addresses, "constitution">,
): Promise<bigint> {
  const rules = { address, abi: constitutionAbi } as const;
  const version = await client.readContract({ ...rules, functionName: "version" });
  const args = [Rule.SeatBond, version] as const;
  return gweiToWei(BigInt(await client.readContract({ ...rules, functionName: "valueOf", args })));
}
