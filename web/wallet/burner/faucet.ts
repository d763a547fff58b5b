import { requireLocalChain } from "@azora/sdk";
import { type Address, createTestClient, http, parseEther, publicActions } from "viem";

const FUNDS = parseEther("10");
/** A burner that has this much is left alone. */
const ENOUGH = parseEther("1");

/** A local node, which sets balances when asked. No other node has the method, and no other is asked. */
export function connectFaucet(rpcUrl: string) {
  return createTestClient({ mode: "anvil", transport: http(rpcUrl) }).extend(publicActions);
}

export type Faucet = Pick<ReturnType<typeof connectFaucet>, "getChainId" | "getBalance" | "setBalance">;

/** Sees to it that an account can pay. @throws NotLocalChainError on any other chain, before anything is asked for */
export async function fund(faucet: Faucet, address: Address): Promise<void> {
  await requireLocalChain(faucet);
  if ((await faucet.getBalance({ address })) >= ENOUGH) return;
  await faucet.setBalance({ address, value: FUNDS });
}
