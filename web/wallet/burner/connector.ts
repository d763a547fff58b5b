import { requireLocalChain } from "@azora/sdk";
import { type Chain, createClient, http } from "viem";
import { createConnector } from "wagmi";
import { connectFaucet, fund } from "./faucet.ts";
import { openBurner, readBurner } from "./key.ts";

export const BURNER_ID = "azora-burner";

export interface BurnerOptions {
  readonly name: string;
  readonly chain: Chain;
  readonly rpcUrl: string;
  readonly storage: Storage;
}

export class NoBurnerError extends Error {
  override name = "NoBurnerError";

  constructor() {
    super("There is no burner account in this browser.");
  }
}

/**
 * An account made in this browser, for trying things out: it signs without asking, and its key lies in the browser's storage.
 * Before it does anything it asks the node whether its chain is local, so no setting makes it work elsewhere.
 */
export function burnerConnector({ name, chain, rpcUrl, storage }: BurnerOptions) {
  const faucet = connectFaucet(rpcUrl);
  const account = () => {
    const found = readBurner(storage);
    if (found === undefined) throw new NoBurnerError();
    return found;
  };
  return createConnector((config) => ({
    id: BURNER_ID,
    name,
    type: "burner",
    async connect() {
      await requireLocalChain(faucet);
      const { address } = openBurner(storage);
      await fund(faucet, address);
      // wagmi's type asks for another answer where capabilities are asked for, which its hooks never do.
      return { accounts: [address] as never, chainId: chain.id };
    },
    disconnect: async () => undefined,
    getAccounts: async () => [account().address],
    getChainId: async () => chain.id,
    getProvider: async () => faucet,
    async getClient() {
      await requireLocalChain(faucet);
      return createClient({ account: account(), chain, transport: http(rpcUrl) });
    },
    isAuthorized: async () => readBurner(storage) !== undefined,
    onAccountsChanged: () => undefined,
    onChainChanged: () => undefined,
    onDisconnect: () => config.emitter.emit("disconnect"),
  }));
}
