import type { Address, ContractErrorArgs } from "viem";
import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  citadelFundAbi,
  constitutionAbi,
  disputesAbi,
  genesisAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  timelockAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "../generated/abis.ts";

const protocolAbi = [
  ...attributionRegistryAbi,
  ...auditLedgerAbi,
  ...azoraGovernorAbi,
  ...azoraTokenAbi,
  ...citadelFundAbi,
  ...constitutionAbi,
  ...disputesAbi,
  ...genesisAbi,
  ...proofOfValueAbi,
  ...rewardLedgerAbi,
  ...timelockAbi,
  ...validatorRegistryAbi,
  ...voiceAbi,
] as const;

export type AbiErrorItem = Extract<(typeof protocolAbi)[number], { type: "error" }>;
export type AbiErrorName = AbiErrorItem["name"];

/** Everything that a call to the protocol can revert with, inherited errors included. */
export const errorAbi: readonly AbiErrorItem[] = protocolAbi.filter((item) => item.type === "error");

/** What an error's arguments are, decoded. */
export type AbiErrorArgs<name extends AbiErrorName> = ContractErrorArgs<readonly AbiErrorItem[], name>;

/** What is known of a deployment besides an error. */
export interface Known {
  readonly azoraToken?: Address;
}

/** A sentence for each of these errors: a name without one does not compile. */
export type SentencesFor<name extends AbiErrorName> = {
  readonly [key in name]: (args: AbiErrorArgs<key>, known: Known) => string;
};

/** The errors that one contract's interface declares. */
export type ErrorsOf<contract extends string> = Extract<AbiErrorName, `${contract}_${string}`>;
