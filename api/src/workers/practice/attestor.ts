import {
  attributionRegistryAbi,
  connectWallet,
  type Endpoint,
  linkTypedData,
  type Node,
  requireLocalChain,
  requireSuccess,
  transact,
} from "@azora/sdk";
import { practiceAttestor } from "@azora/sdk/practice";
import { type Address, encodeFunctionData, type Hash, type PublicClient } from "viem";

/** How long an attestation may be used, in seconds. */
const VALID_FOR = 3_600n;

/**
 * The practice attestor: it signs any link that it is asked for, without a proof, which is why it exists on local chains
 * only. Proposes the link and gives the transaction's hash; it takes effect after the rule `LinkDelay`.
 */
export async function attestLink(
  client: PublicClient,
  endpoint: Endpoint,
  identity: Node,
  account: Address,
): Promise<Hash> {
  await requireLocalChain(client);
  const { deployment } = endpoint;
  const registry = {
    address: deployment.addresses.attributionRegistry,
    abi: attributionRegistryAbi,
  } as const;
  const [, , nonce] = await client.readContract({ ...registry, functionName: "linkOf", args: [identity] });
  const deadline = (await client.getBlock()).timestamp + VALID_FOR;
  const attestor = practiceAttestor();
  const signature = await attestor.signTypedData({
    ...linkTypedData(deployment),
    message: { identity, account, nonce, deadline },
  });
  const args = [identity, account, deadline, [{ attestor: attestor.address, signature }]] as const;
  const data = encodeFunctionData({ abi: attributionRegistryAbi, functionName: "link", args });
  // By its own account: a keeper's nonces are the keeper's.
  const hash = await transact(client, connectWallet(endpoint, attestor), { to: registry.address, data });
  await requireSuccess(client, hash);
  return hash;
}
