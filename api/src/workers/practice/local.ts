import { isLocalChain } from "@azora/sdk";
import type { PublicClient } from "viem";

/** Practice helpers on a chain that is not local: refused by its id, whatever flags are set. */
export class NotLocalChainError extends Error {
  override name = "NotLocalChainError";
  readonly chainId: number;

  constructor(chainId: number) {
    super(`Practice helpers act on local chains only, and this is chain ${chainId}.`);
    this.chainId = chainId;
  }
}

/** Asks the node itself, so that no configuration can pretend. */
export async function requireLocalChain(client: PublicClient): Promise<void> {
  const chainId = await client.getChainId();
  if (!isLocalChain(chainId)) throw new NotLocalChainError(chainId);
}
