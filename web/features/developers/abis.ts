import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  type ContractName,
  citadelFundAbi,
  constitutionAbi,
  disputesAbi,
  genesisAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  timelockAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "@azora/sdk";
import type { Abi } from "viem";

export type Deployed = ContractName | "genesis";

/** What each contract takes, says and refuses, as it was compiled. */
export const ABIS: Readonly<Record<Deployed, Abi>> = {
  genesis: genesisAbi,
  auditLedger: auditLedgerAbi,
  constitution: constitutionAbi,
  timelock: timelockAbi,
  azoraToken: azoraTokenAbi,
  validatorRegistry: validatorRegistryAbi,
  proofOfValue: proofOfValueAbi,
  rewardLedger: rewardLedgerAbi,
  citadelFund: citadelFundAbi,
  disputes: disputesAbi,
  voice: voiceAbi,
  governor: azoraGovernorAbi,
  attributionRegistry: attributionRegistryAbi,
};

/** In the order in which they were created. */
export const DEPLOYED = Object.keys(ABIS) as Deployed[];

export const isDeployed = (name: string): name is Deployed => Object.hasOwn(ABIS, name);
