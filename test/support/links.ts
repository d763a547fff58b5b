import type { AddressLike, Signer } from "ethers";
import { resolveAddress } from "ethers";
import type { Protocol } from "./protocol.ts";

const TYPES = {
  Link: [
    { name: "identity", type: "bytes32" },
    { name: "account", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

export const NO_DEADLINE = 2n ** 64n;

/** One attestor's word that an identity belongs to an account. `attestor` differs from the signer for an ERC-1271 one. */
export async function attest(
  { registry, ethers }: Protocol,
  signer: Signer,
  identity: string,
  account: string,
  {
    nonce = 0n,
    deadline = NO_DEADLINE,
    attestor = signer,
  }: { nonce?: bigint; deadline?: bigint; attestor?: AddressLike } = {},
) {
  const domain = {
    name: "AttributionRegistry",
    version: "1",
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await registry.getAddress(),
  };
  const signature = await signer.signTypedData(domain, TYPES, { identity, account, nonce, deadline });
  return { attestor: await resolveAddress(attestor), signature };
}

/** Links an identity to an account and waits until it is in effect. */
export async function linked(protocol: Protocol, identity: string, account: string): Promise<void> {
  const attestation = await attest(protocol, protocol.attestor, identity, account);
  await protocol.registry.link(identity, account, NO_DEADLINE, [attestation]);
  await protocol.connection.networkHelpers.time.increase(protocol.parameters.rules.LinkDelay.value);
}
