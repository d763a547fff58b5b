import {
  attributionRegistryAbi,
  createFollower,
  requireSuccess,
  transact,
  type View,
  vetoCall,
} from "@azora/sdk";
import type { Network } from "@azora/sdk/files";
import { type AccountCheck, accountCheck } from "@azora/sdk/proofs";
import type { Account, Address, Chain, Hex, PublicClient, Transport, WalletClient } from "viem";

/** What an attestor asks the chain, and does on it. Tests make up one of their own. */
export interface AttestorChain {
  view(): Promise<View>;
  /** The account is zero while nothing is proposed. */
  linkOf(identity: Hex): Promise<{ account: Address; nonce: bigint }>;
  /** When an attestor's office begins, in seconds; 0: it has none. */
  officeFrom(attestor: Address): Promise<bigint>;
  isSignedBy: AccountCheck;
  veto(identity: Hex): Promise<void>;
}

/** @param wallet Sends vetoes: of the attestor's own account, which pays their gas. */
export function attestorChain(
  client: PublicClient,
  { deployment }: Network,
  wallet: WalletClient<Transport, Chain, Account>,
): AttestorChain {
  const registry = {
    address: deployment.addresses.attributionRegistry,
    abi: attributionRegistryAbi,
  } as const;
  const follower = createFollower(client, deployment);
  return {
    view: () => follower.refresh(),
    async linkOf(identity) {
      const [account, , nonce] = await client.readContract({
        ...registry,
        functionName: "linkOf",
        args: [identity],
      });
      return { account, nonce };
    },
    officeFrom: async (attestor) =>
      BigInt(await client.readContract({ ...registry, functionName: "attestorFrom", args: [attestor] })),
    isSignedBy: accountCheck(client),
    async veto(identity) {
      await requireSuccess(client, await transact(client, wallet, vetoCall(deployment.addresses, identity)));
    },
  };
}
