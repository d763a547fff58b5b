import type { Deployment } from "./addresses.ts";

/** EIP-712: what an attestor signs to say that an identity belongs to an account; add the message. */
export function linkTypedData({ chainId, addresses }: Deployment) {
  return {
    domain: {
      name: "AttributionRegistry",
      version: "1",
      chainId,
      verifyingContract: addresses.attributionRegistry,
    },
    primaryType: "Link",
    types: {
      Link: [
        { name: "identity", type: "bytes32" },
        { name: "account", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
  } as const;
}
