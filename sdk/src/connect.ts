import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  type HttpTransport,
  http,
  type PublicClient,
  type WalletClient,
} from "viem";
import type { Deployment } from "./addresses.ts";
import { chainOf } from "./chains.ts";

/** A node and what to look for there. */
export interface Endpoint {
  rpcUrl: string;
  deployment: Deployment;
}

/** Blocks of the local chain come every second; a quarter of that is not felt. */
const POLLING_MS = 250;

/** A client for reading. Requests of the same moment go in one batch. */
export function connect({ rpcUrl, deployment }: Endpoint): PublicClient {
  return createPublicClient({
    chain: chainOf(deployment.chainId, rpcUrl),
    transport: http(rpcUrl, { batch: true }),
    pollingInterval: POLLING_MS,
    cacheTime: 0,
  });
}

/** A client that signs with an account of this machine. */
export function connectWallet(
  { rpcUrl, deployment }: Endpoint,
  account: Account,
): WalletClient<HttpTransport, Chain, Account> {
  return createWalletClient({ account, chain: chainOf(deployment.chainId, rpcUrl), transport: http(rpcUrl) });
}
