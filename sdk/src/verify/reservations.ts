import type { PublicClient } from "viem";
import { disputesAbi } from "../generated/abis.ts";
import type { Chronicle } from "./chronicle.ts";

/**
 * Asks the chain for each reservation that by its events is still there: that one was given back or lost contradicts no
 * other event until its hash is reserved again. Those are few, since an unused one is lost within hours.
 */
export async function checkReservations(
  { deployment, problems, reservations }: Chronicle,
  client: Pick<PublicClient, "readContract">,
  blockNumber: bigint,
): Promise<void> {
  for (const { challenger, hash, deposit, block } of reservations.values()) {
    const held = await client.readContract({
      address: deployment.addresses.disputes,
      abi: disputesAbi,
      functionName: "reservedBy",
      args: [challenger, hash],
      blockNumber,
    });
    const name = `The reservation ${hash} of ${challenger}`;
    const where = `block ${blockNumber}`;
    problems.same("Ether", `${name}: its deposit`, held.deposit, deposit, where);
    problems.same("Ether", `${name}: its block`, held.blockNumber, block, where);
  }
}
