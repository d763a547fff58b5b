import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraTokenAbi,
  citadelFundAbi,
  constitutionAbi,
  genesisAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  timelockControllerAbi,
  validatorRegistryAbi,
} from "../generated/abis.ts";

const protocolAbi = [
  ...attributionRegistryAbi,
  ...auditLedgerAbi,
  ...azoraTokenAbi,
  ...citadelFundAbi,
  ...constitutionAbi,
  ...genesisAbi,
  ...proofOfValueAbi,
  ...rewardLedgerAbi,
  ...timelockControllerAbi,
  ...validatorRegistryAbi,
] as const;

export type AbiErrorItem = Extract<(typeof protocolAbi)[number], { type: "error" }>;
export type AbiErrorName = AbiErrorItem["name"];

/** Everything that a call to the protocol can revert with, inherited errors included. */
export const errorAbi: readonly AbiErrorItem[] = protocolAbi.filter((item) => item.type === "error");
