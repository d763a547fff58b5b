import {
  type Addresses,
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraTokenAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "@azora/sdk";
import { logsOf } from "./logs.ts";

/** The events that a work's life is made of, as the contracts at these addresses emit them. */
export const eventsOf = (addresses: Addresses) =>
  ({
    appended: logsOf(addresses.auditLedger, auditLedgerAbi, "Appended"),
    registered: logsOf(addresses.attributionRegistry, attributionRegistryAbi, "Registered"),
    bondReleased: logsOf(addresses.attributionRegistry, attributionRegistryAbi, "BondReleased"),
    etherCredited: logsOf(addresses.attributionRegistry, attributionRegistryAbi, "EtherCredited"),
    seated: logsOf(addresses.validatorRegistry, validatorRegistryAbi, "Seated"),
    drawn: logsOf(addresses.proofOfValue, proofOfValueAbi, "Drawn"),
    committed: logsOf(addresses.proofOfValue, proofOfValueAbi, "Committed"),
    revealed: logsOf(addresses.proofOfValue, proofOfValueAbi, "Revealed"),
    scored: logsOf(addresses.proofOfValue, proofOfValueAbi, "Scored"),
    uncritiqued: logsOf(addresses.proofOfValue, proofOfValueAbi, "Uncritiqued"),
    finalized: logsOf(addresses.proofOfValue, proofOfValueAbi, "Finalized"),
    epochSealed: logsOf(addresses.proofOfValue, proofOfValueAbi, "EpochSealed"),
    settled: logsOf(addresses.proofOfValue, proofOfValueAbi, "Settled"),
    transfer: logsOf(addresses.azoraToken, azoraTokenAbi, "Transfer"),
    flowed: logsOf(addresses.rewardLedger, rewardLedgerAbi, "Flowed"),
    withdrawn: logsOf(addresses.rewardLedger, rewardLedgerAbi, "Withdrawn"),
    unitsRaised: logsOf(addresses.voice, voiceAbi, "UnitsRaised"),
    votesChanged: logsOf(addresses.voice, voiceAbi, "DelegateVotesChanged"),
  }) as const;
