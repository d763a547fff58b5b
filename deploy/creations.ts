import type { ContractName } from "@azora/sdk";
import { attributionRegistry } from "./modules/AttributionRegistry.ts";
import { auditLedger } from "./modules/AuditLedger.ts";
import { azoraGovernor } from "./modules/AzoraGovernor.ts";
import { azoraToken } from "./modules/AzoraToken.ts";
import { citadelFund } from "./modules/CitadelFund.ts";
import { constitution } from "./modules/Constitution.ts";
import { disputes } from "./modules/Disputes.ts";
import { proofOfValue } from "./modules/ProofOfValue.ts";
import type { Deployable } from "./modules/place.ts";
import { rewardLedger } from "./modules/RewardLedger.ts";
import { timelock } from "./modules/Timelock.ts";
import { validatorRegistry } from "./modules/ValidatorRegistry.ts";
import { voice } from "./modules/Voice.ts";
import type { Parameters } from "./parameters.ts";

/** What Genesis creates in each place: what a deployment sends, and what an audit expects. */
export function creations(parameters: Parameters): Readonly<Record<ContractName, Deployable>> {
  return {
    auditLedger,
    constitution: constitution(parameters),
    timelock: timelock(parameters),
    azoraToken,
    validatorRegistry: validatorRegistry(parameters),
    proofOfValue: proofOfValue(parameters),
    rewardLedger,
    citadelFund,
    disputes,
    voice,
    governor: azoraGovernor(parameters),
    attributionRegistry: attributionRegistry(parameters),
  };
}
