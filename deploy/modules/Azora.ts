import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Parameters } from "../parameters.ts";
import { attributionRegistry } from "./AttributionRegistry.ts";
import { auditLedger } from "./AuditLedger.ts";
import { azoraToken } from "./AzoraToken.ts";
import { citadelFund } from "./CitadelFund.ts";
import { constitution } from "./Constitution.ts";
import genesisModule from "./Genesis.ts";
import { proofOfValue } from "./ProofOfValue.ts";
import { place } from "./place.ts";
import { rewardLedger } from "./RewardLedger.ts";
import { timelockController } from "./TimelockController.ts";
import { validatorRegistry } from "./ValidatorRegistry.ts";

/** The whole protocol, in the order of the enum `Role`, which decides every address. */
export function azora(parameters: Parameters) {
  const first = place(auditLedger);
  const second = place(constitution(parameters), first);
  const third = place(timelockController(parameters), second);
  const fourth = place(azoraToken, third);
  const fifth = place(validatorRegistry(parameters), fourth);
  const sixth = place(attributionRegistry(parameters), fifth);
  const seventh = place(proofOfValue(parameters), sixth);
  const eighth = place(rewardLedger, seventh);
  const ninth = place(citadelFund, eighth);

  return buildModule("Azora", (m) => ({
    genesis: m.useModule(genesisModule).genesis,
    auditLedger: m.useModule(first).contract,
    constitution: m.useModule(second).contract,
    timelock: m.useModule(third).contract,
    azoraToken: m.useModule(fourth).contract,
    validatorRegistry: m.useModule(fifth).contract,
    attributionRegistry: m.useModule(sixth).contract,
    proofOfValue: m.useModule(seventh).contract,
    rewardLedger: m.useModule(eighth).contract,
    citadelFund: m.useModule(ninth).contract,
  }));
}
