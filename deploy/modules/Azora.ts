import { Role } from "@azora/sdk";
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Parameters } from "../parameters.ts";
import { attributionRegistry } from "./AttributionRegistry.ts";
import { auditLedger } from "./AuditLedger.ts";
import { azoraToken } from "./AzoraToken.ts";
import { citadelFund } from "./CitadelFund.ts";
import { constitution } from "./Constitution.ts";
import { disputes } from "./Disputes.ts";
import genesisModule from "./Genesis.ts";
import { proofOfValue } from "./ProofOfValue.ts";
import { place } from "./place.ts";
import { rewardLedger } from "./RewardLedger.ts";
import { timelockController } from "./TimelockController.ts";
import { validatorRegistry } from "./ValidatorRegistry.ts";
import { voice } from "./Voice.ts";

/** The whole protocol, in the order of the enum `Role`, which decides every address. */
export function azora(parameters: Parameters) {
  const first = place(Role.AuditLedger, auditLedger);
  const second = place(Role.Constitution, constitution(parameters), first);
  const third = place(Role.Timelock, timelockController(parameters), second);
  const fourth = place(Role.AzoraToken, azoraToken, third);
  const fifth = place(Role.ValidatorRegistry, validatorRegistry(parameters), fourth);
  const sixth = place(Role.ProofOfValue, proofOfValue(parameters), fifth);
  const seventh = place(Role.RewardLedger, rewardLedger, sixth);
  const eighth = place(Role.CitadelFund, citadelFund, seventh);
  const ninth = place(Role.Disputes, disputes, eighth);
  const tenth = place(Role.Voice, voice, ninth);
  const last = place(Role.AttributionRegistry, attributionRegistry(parameters), tenth);

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
  }));
}
