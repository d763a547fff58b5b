import { chainOf } from "@azora/sdk";
import { connectorsForWallets, type Wallet } from "@rainbow-me/rainbowkit";
import { injectedWallet } from "@rainbow-me/rainbowkit/wallets";
import type { Chain } from "viem";
import {
  type Config,
  createConfig,
  createConnector,
  createStorage,
  http,
  injected,
  unstable_connector,
} from "wagmi";
import type { Network } from "#lib/api/types.ts";
import type { Strings } from "#strings/index.ts";
import { BURNER_ID, burnerConnector } from "../burner/connector.ts";
import { BURNER_ICON } from "../burner/icon.ts";

/** A local chain has a block a second; a quarter of that is not felt. */
const LOCAL_POLLING_MS = 250;

type Words = Strings["wallet"];

/**
 * The one place where wagmi is set up. It only ever runs in a browser, after somebody asked to connect, so there is no
 * state for a server to hand over. What WalletConnect and the vendors' own libraries would add is left out on purpose:
 * wallets announce themselves (EIP-6963), and no third party is asked for anything.
 */
export function getConfig(network: Network, words: Words): Config {
  const chain = walletChain(network, words);
  const { rpcUrl } = network;
  const groups = [{ groupName: words.groups.browser, wallets: [unannouncedWallet] }];
  if (network.local && rpcUrl !== null) {
    groups.unshift({ groupName: words.groups.local, wallets: [() => burnerWallet(chain, rpcUrl, words)] });
  }
  return createConfig({
    chains: [chain],
    // No project id: it is for WalletConnect.
    connectors: connectorsForWallets(groups, { appName: words.appName, projectId: "" }),
    transports: {
      [chain.id]: rpcUrl === null ? unstable_connector(injected) : http(rpcUrl, { batch: true }),
    },
    // Not because there is a server: without it wagmi looks for the wallet of last time whenever it is rendered.
    ssr: true,
    storage: createStorage({ key: "azora.wallet", storage: localStorage }),
    ...(network.local && { pollingInterval: LOCAL_POLLING_MS }),
  });
}

/** The chain as a wallet is told of it when it does not know it. */
function walletChain({ chainId, local, rpcUrl }: Network, words: Words): Chain {
  const chain = chainOf(chainId, rpcUrl ?? undefined);
  return local ? { ...chain, name: words.localNetwork } : chain;
}

/** A wallet that does not announce itself. Where something else is offered, it is listed only if there is one. */
function unannouncedWallet(): Wallet {
  return { ...injectedWallet(), hidden: () => !("ethereum" in window) };
}

function burnerWallet(chain: Chain, rpcUrl: string, words: Words): Wallet {
  const create = burnerConnector({ name: words.burner.name, chain, rpcUrl, storage: localStorage });
  return {
    id: BURNER_ID,
    name: words.burner.name,
    iconUrl: BURNER_ICON,
    iconBackground: "#00000000",
    installed: true,
    // RainbowKit finds its wallets by these details.
    createConnector: (details) => createConnector((config) => ({ ...create(config), ...details })),
  };
}
