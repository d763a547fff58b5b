import {
  type Account,
  type Chain,
  encodeFunctionData,
  type Hash,
  type PublicClient,
  type Transport,
  type WalletClient,
} from "viem";
import { explain } from "../errors/explain.ts";
import { type Network, saveEvidence } from "../files/index.ts";
import { attributionRegistryAbi } from "../generated/abis.ts";
import { evidenceCid } from "../manifest/index.ts";
import { transact } from "../transact.ts";
import { attributionOf, type Nodes } from "./plan.ts";
import type { Ready } from "./survey.ts";

export interface Sender {
  client: PublicClient;
  wallet: WalletClient<Transport, Chain, Account>;
  network: Network;
}

/**
 * Sends a registration under a nonce of its own, without waiting for it. The evidence is kept first: whoever sees the work
 * can have it.
 * @throws AzoraError when the registry would refuse; nothing was sent then
 */
export async function sendRegistration(
  { client, wallet, network }: Sender,
  { group, upstream, decision, manifest }: Ready,
  nodes: Nodes,
  bond: bigint,
  nonce: number,
): Promise<Hash> {
  await saveEvidence(network.evidence, manifest);
  const uri = `ipfs://${evidenceCid(decision.evidenceHash)}`;
  const args = [decision.evidenceHash, attributionOf(group, upstream, nodes), uri] as const;
  const call = {
    to: network.deployment.addresses.attributionRegistry,
    data: encodeFunctionData({ abi: attributionRegistryAbi, functionName: "register", args }),
    value: bond,
  };
  try {
    return await transact(client, wallet, { ...call, nonce });
  } catch (error) {
    throw explain(error);
  }
}

/** Whether a registration that was sent succeeded. */
export async function isRegistered(client: PublicClient, hash: Hash): Promise<boolean> {
  try {
    const { status } = await client.waitForTransactionReceipt({ hash });
    return status === "success";
  } catch (error) {
    throw explain(error);
  }
}
