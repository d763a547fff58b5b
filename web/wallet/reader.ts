import { connect, type Deployment } from "@azora/sdk";
import type { PublicClient } from "viem";
import { loadStack } from "./store.ts";

/** Reads the chain through the operator's node; where none is named, through the wallet, which has to be connected then. */
export async function readerOf(rpcUrl: string | null, deployment: Deployment): Promise<PublicClient> {
  return rpcUrl === null ? (await loadStack()).client : connect({ rpcUrl, deployment });
}
