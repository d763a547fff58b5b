import { type Address, getAddress, getContractAddress, isAddress } from "viem";
import { z } from "zod";
import { Role } from "./generated/enums.ts";

const PLACES = {
  auditLedger: Role.AuditLedger,
  constitution: Role.Constitution,
  timelock: Role.Timelock,
  azoraToken: Role.AzoraToken,
  validatorRegistry: Role.ValidatorRegistry,
  proofOfValue: Role.ProofOfValue,
  rewardLedger: Role.RewardLedger,
  citadelFund: Role.CitadelFund,
  disputes: Role.Disputes,
  voice: Role.Voice,
  governor: Role.Governor,
  attributionRegistry: Role.AttributionRegistry,
} as const;

export type ContractName = keyof typeof PLACES;
export type Addresses = Readonly<Record<ContractName, Address>>;

/** Where a set of contracts lives. */
export interface Deployment {
  readonly chainId: number;
  readonly genesis: Address;
  /** The block of Genesis: no log of the protocol is older. */
  readonly block: number;
  readonly addresses: Addresses;
}

export class DeploymentError extends Error {
  override name = "DeploymentError";
}

/** All protocol addresses from that of Genesis: the contract of a place is its (place + 1)th creation. */
export function protocolAddresses(genesis: Address): Addresses {
  const at = (place: Role) => getContractAddress({ from: genesis, nonce: BigInt(place + 1) });
  return {
    auditLedger: at(PLACES.auditLedger),
    constitution: at(PLACES.constitution),
    timelock: at(PLACES.timelock),
    azoraToken: at(PLACES.azoraToken),
    validatorRegistry: at(PLACES.validatorRegistry),
    proofOfValue: at(PLACES.proofOfValue),
    rewardLedger: at(PLACES.rewardLedger),
    citadelFund: at(PLACES.citadelFund),
    disputes: at(PLACES.disputes),
    voice: at(PLACES.voice),
    governor: at(PLACES.governor),
    attributionRegistry: at(PLACES.attributionRegistry),
  };
}

/** Whether an address is one of the protocol's own, which cannot be credited. */
export function isProtocolAddress({ genesis, addresses }: Deployment, account: Address): boolean {
  return [genesis, ...Object.values(addresses)].includes(getAddress(account));
}

const address = z.string().refine((value) => isAddress(value, { strict: false }), "is not an address");

const deploymentSchema = z.object({
  chainId: z.int().positive(),
  genesis: address,
  block: z.int().nonnegative(),
  addresses: z.record(z.string(), address).optional(),
});

export function createDeployment(source: { chainId: number; genesis: string; block: number }): Deployment {
  const genesis = getAddress(source.genesis);
  return { chainId: source.chainId, genesis, block: source.block, addresses: protocolAddresses(genesis) };
}

/** Reads a deployment as JSON holds it. Addresses may be left out; if they are given, they must follow from Genesis. */
export function parseDeployment(json: unknown): Deployment {
  const { success, data, error } = deploymentSchema.safeParse(json);
  if (!success) {
    const issue = error.issues[0];
    throw new DeploymentError(
      `This is not a deployment: ${issue?.path.join(".") || "it"}: ${issue?.message}.`,
    );
  }
  const deployment = createDeployment(data);
  for (const [name, derived] of Object.entries(deployment.addresses)) {
    const given = data.addresses?.[name];
    if (given === undefined || getAddress(given) === derived) continue;
    throw new DeploymentError(
      `The deployment says ${name} is ${given}, but from its Genesis follows ${derived}.`,
    );
  }
  return deployment;
}
