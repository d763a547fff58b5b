import { Role } from "@azora/sdk";
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { creations } from "../creations.ts";
import type { Parameters } from "../parameters.ts";
import genesisModule from "./Genesis.ts";
import { place } from "./place.ts";

/** The whole protocol, in the order of the enum `Role`, which decides every address. */
export function azora(parameters: Parameters) {
  const all = creations(parameters);
  const first = place(Role.AuditLedger, all.auditLedger);
  const second = place(Role.Constitution, all.constitution, first);
  const third = place(Role.Timelock, all.timelock, second);
  const fourth = place(Role.AzoraToken, all.azoraToken, third);
  const fifth = place(Role.ValidatorRegistry, all.validatorRegistry, fourth);
  const sixth = place(Role.ProofOfValue, all.proofOfValue, fifth);
  const seventh = place(Role.RewardLedger, all.rewardLedger, sixth);
  const eighth = place(Role.CitadelFund, all.citadelFund, seventh);
  const ninth = place(Role.Disputes, all.disputes, eighth);
  const tenth = place(Role.Voice, all.voice, ninth);
  const eleventh = place(Role.Governor, all.governor, tenth);
  const last = place(Role.AttributionRegistry, all.attributionRegistry, eleventh);

  return buildModule("Azora", (m) => ({
    genesis: m.useModule(genesisModule).genesis,
    auditLedger: m.useModule(first).contract,
    constitution: m.useModule(second).contract,
    timelock: m.useModule(third).contract,
    azoraToken: m.useModule(fourth).contract,
    validatorRegistry: m.useModule(fifth).contract,
    attributionRegistry: m.useModule(last).contract,
    proofOfValue: m.useModule(sixth).contract,
    rewardLedger: m.useModule(seventh).contract,
    citadelFund: m.useModule(eighth).contract,
    disputes: m.useModule(ninth).contract,
    voice: m.useModule(tenth).contract,
    governor: m.useModule(eleventh).contract,
  }));
}
