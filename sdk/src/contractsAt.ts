import type { Deployment } from "./addresses.ts";
import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  citadelFundAbi,
  constitutionAbi,
  disputesAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "./generated/abis.ts";

/** Where calls of the protocol's contracts go, as of a block. */
export function contractsAt({ addresses }: Deployment, blockNumber: bigint) {
  return {
    registry: { address: addresses.attributionRegistry, abi: attributionRegistryAbi, blockNumber },
    ledger: { address: addresses.auditLedger, abi: auditLedgerAbi, blockNumber },
    governor: { address: addresses.governor, abi: azoraGovernorAbi, blockNumber },
    token: { address: addresses.azoraToken, abi: azoraTokenAbi, blockNumber },
    fund: { address: addresses.citadelFund, abi: citadelFundAbi, blockNumber },
    constitution: { address: addresses.constitution, abi: constitutionAbi, blockNumber },
    disputes: { address: addresses.disputes, abi: disputesAbi, blockNumber },
    proofOfValue: { address: addresses.proofOfValue, abi: proofOfValueAbi, blockNumber },
    rewards: { address: addresses.rewardLedger, abi: rewardLedgerAbi, blockNumber },
    seats: { address: addresses.validatorRegistry, abi: validatorRegistryAbi, blockNumber },
    voice: { address: addresses.voice, abi: voiceAbi, blockNumber },
  } as const;
}
