import {
  type Address,
  type Client,
  createPublicClient,
  type HttpTransport,
  http,
  isAddressEqual,
} from "viem";
import { holesky, mainnet, sepolia } from "viem/chains";
import { getEnsAddress, getEnsName, normalize } from "viem/ens";
import { hasEns } from "./chains.ts";

const CHAINS = [mainnet, sepolia, holesky] as const;
/** A name that is slow to come is no name: nobody waits for it. */
const PATIENCE_MS = 4_000;

export type EnsChain = (typeof CHAINS)[number];
export type EnsClient = Client<HttpTransport, EnsChain>;

/**
 * Reads names through the operator's node; undefined for a chain without ENS. What lies outside of the chain is not fetched:
 * whoever owns a name says from where, and this server would ask whatever address they like.
 */
export function ensClient(chainId: number, rpcUrl: string): EnsClient | undefined {
  const chain = CHAINS.find(({ id }) => id === chainId);
  if (chain === undefined || !hasEns(chainId)) return undefined;
  const transport = http(rpcUrl, { batch: true, retryCount: 0, timeout: PATIENCE_MS });
  return createPublicClient({ chain, transport, ccipRead: false });
}

/**
 * The name that an account chose, if the name leads back to the account, and is written as ENS would write it: letters that
 * only look like others are no name.
 */
export async function resolveName(client: EnsClient, address: Address): Promise<string | undefined> {
  const name = await getEnsName(client, { address });
  if (name === null || !isNormal(name)) return undefined;
  const owner = await getEnsAddress(client, { name });
  return owner !== null && isAddressEqual(owner, address) ? name : undefined;
}

function isNormal(name: string): boolean {
  try {
    return normalize(name) === name;
  } catch {
    return false;
  }
}
