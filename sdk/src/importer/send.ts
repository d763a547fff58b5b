import type { Account, Chain, Hash, PublicClient, Transport, WalletClient } from "viem";
import { registerCall } from "../calls.ts";
import { explain } from "../errors/explain.ts";
import { type Network, saveEvidence } from "../files/index.ts";
import { evidenceCid } from "../manifest/index.ts";
import { transact, waitUntilMined } from "../transact.ts";
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
  const attribution = attributionOf(group, upstream, nodes);
  const call = registerCall(network.deployment.addresses, decision.evidenceHash, attribution, uri, bond);
  try {
    return await transact(client, wallet, { ...call, nonce });
  } catch (error) {
    throw explain(error);
  }
}

/** Whether a registration that was sent succeeded. */
export async function isRegistered(client: PublicClient, hash: Hash): Promise<boolean> {
  try {
    const { status } = await waitUntilMined(client, hash);
    return status === "success";
  } catch (error) {
    throw explain(error);
  }
}
