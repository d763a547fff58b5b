import type { Chain, PublicClient } from "viem";
import { foundry, mainnet, sepolia } from "viem/chains";

/** Anvil's and Hardhat's: nothing on it is worth anything. */
export const LOCAL_CHAIN_ID = 31_337;

const CHAINS: readonly Chain[] = [foundry, mainnet, sepolia];

/** Whether practice helpers may act here. They refuse every other chain, whatever flags are set. */
export function isLocalChain(chainId: number): boolean {
  return chainId === LOCAL_CHAIN_ID;
}

/** Practice helpers on a chain that is not local: refused by its id, whatever flags are set. */
export class NotLocalChainError extends Error {
  override name = "NotLocalChainError";
  readonly chainId: number;

  constructor(chainId: number) {
    super(`Practice helpers act on local chains only, and this is chain ${chainId}.`);
    this.chainId = chainId;
  }
}

/** Asks the node itself, so that no configuration can pretend. @throws NotLocalChainError */
export async function requireLocalChain(client: Pick<PublicClient, "getChainId">): Promise<void> {
  const chainId = await client.getChainId();
  if (!isLocalChain(chainId)) throw new NotLocalChainError(chainId);
}

/** What viem knows of a chain; for others, a name made from the id. */
export function chainOf(chainId: number, rpcUrl?: string): Chain {
  const known = CHAINS.find(({ id }) => id === chainId);
  const ether = { name: "Ether", symbol: "ETH", decimals: 18 };
  const chain = known ?? {
    id: chainId,
    name: `Chain ${chainId}`,
    nativeCurrency: ether,
    rpcUrls: { default: { http: [] } },
  };
  return rpcUrl === undefined ? chain : { ...chain, rpcUrls: { default: { http: [rpcUrl] } } };
}
