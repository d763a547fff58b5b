import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  citadelFundAbi,
  constitutionAbi,
  type Deployment,
  disputesAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "@azora/sdk";

/** The contracts whose events are indexed, by the names that handlers know them by. */
export const contractsOf = ({ addresses }: Deployment) =>
  ({
    AuditLedger: { abi: auditLedgerAbi, address: addresses.auditLedger },
    Constitution: { abi: constitutionAbi, address: addresses.constitution },
    AzoraToken: { abi: azoraTokenAbi, address: addresses.azoraToken },
    ValidatorRegistry: { abi: validatorRegistryAbi, address: addresses.validatorRegistry },
    ProofOfValue: { abi: proofOfValueAbi, address: addresses.proofOfValue },
    RewardLedger: { abi: rewardLedgerAbi, address: addresses.rewardLedger },
    CitadelFund: { abi: citadelFundAbi, address: addresses.citadelFund },
    Disputes: { abi: disputesAbi, address: addresses.disputes },
    Voice: { abi: voiceAbi, address: addresses.voice },
    AzoraGovernor: { abi: azoraGovernorAbi, address: addresses.governor },
    AttributionRegistry: { abi: attributionRegistryAbi, address: addresses.attributionRegistry },
  }) as const;
