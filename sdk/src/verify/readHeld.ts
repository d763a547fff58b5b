import { erc20Abi, type PublicClient } from "viem";
import type { Chronicle } from "./chronicle.ts";

/**
 * Asks each token that works were rewarded in what the reward ledger holds of it. An answer is the token's own word, and a
 * token may lie, refuse or be gone: that harms nobody but those who took it, so it is told and is no problem of the protocol.
 */
export async function readHeld(
  { commons, deployment }: Chronicle,
  client: PublicClient,
  blockNumber: bigint,
): Promise<void> {
  const { azoraToken, rewardLedger } = deployment.addresses;
  for (const address of commons.rewarded.keys()) {
    if (address === azoraToken) continue;
    try {
      const held = await client.readContract({
        address,
        abi: erc20Abi,
        functionName: "balanceOf",
        args: [rewardLedger],
        blockNumber,
      });
      commons.held.set(address, held);
    } catch {
      commons.held.delete(address);
    }
  }
}
