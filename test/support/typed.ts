import type { TypedDataDomain } from "ethers";
import type { Protocol } from "./protocol.ts";

/** The EIP-712 domains of the protocol, by the contract's key and the name that it signs under. */
const NAMES = {
  token: "Azora",
  voice: "Voice",
  governor: "AzoraGovernor",
  registry: "AttributionRegistry",
} as const;

export type Signing = keyof typeof NAMES;
export const signing = Object.keys(NAMES) as Signing[];

/** What is signed for a contract is signed under this domain. */
export async function domainOf(protocol: Protocol, contract: Signing) {
  const { chainId } = await protocol.ethers.provider.getNetwork();
  return {
    name: NAMES[contract],
    version: "1",
    chainId,
    verifyingContract: await protocol[contract].getAddress(),
  } satisfies TypedDataDomain;
}
