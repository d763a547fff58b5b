import { globSync } from "node:fs";
import { ROOT } from "../generate/artifacts.ts";

/** What is mutated, and by which tests a mutant is to be noticed: the fuzz tests of that file, and then unit tests. */
export interface Target {
  readonly name: string;
  /** Relative to the project, as are those of the tests. */
  readonly file: string;
  /** Whether in every way, or only where something is decided. */
  readonly operators: "all" | "conditions";
  readonly units: readonly string[];
  /** Where several contracts have code of the file: the one whose tests are asked. The change is the same in all. */
  readonly within: string;
}

const UNITS = "test/contracts/unit";

const target =
  (operators: Target["operators"]) =>
  (name: string, file: string, patterns: string, within = "") => ({
    name,
    file: `contracts/${file}.sol`,
    within: `contracts/${within === "" ? "" : `${within}.sol`}`,
    operators,
    units: patterns
      .split(" ")
      .flatMap((pattern) => globSync(`${UNITS}/${pattern}.test.ts`, { cwd: ROOT }).sort())
      .filter((unit, index, all) => all.indexOf(unit) === index),
  });
/** Where value is reckoned, and what everything else stands on. */
const core = target("all");
const other = target("conditions");

export const TARGETS: readonly Target[] = [
  core("split", "libraries/Split", "rewardLedger.*", "RewardLedger"),
  core("emission", "libraries/Emission", "proofOfValue.epochs proofOfValue.score", "ProofOfValue"),
  core("flow", "libraries/Flow", "rewardLedger.flow", "RewardLedger"),
  core(
    "shares",
    "libraries/Attributions",
    "attributionRegistry.register attributionRegistry.*",
    "AttributionRegistry",
  ),
  core("median", "types/Histogram", "disputes.*", "Disputes"),
  core("panel", "types/Panel", "proofOfValue.draw proofOfValue.*", "ProofOfValue"),
  core("balance", "types/Balance", "rewardLedger.*"),
  core("node", "types/Node", "attributionRegistry.*", "AttributionRegistry"),
  core("attribution", "types/Attribution", "rewardLedger.*", "RewardLedger"),
  core("rules", "types/Rules", "constitution constitution.*", "Constitution"),
  core("trace", "types/Trace", "voice standard.erc5805 standard.erc6372"),
  core("ledger", "AuditLedger", "auditLedger life"),
  core("credits", "base/EtherCredits", "attributionRegistry.bonds", "AttributionRegistry"),
  core("bonds", "base/Bonds", "validatorRegistry.* proofOfValue.draw"),
  core("rewards", "RewardLedger", "rewardLedger.* disputes.resolve proofOfValue.epochs"),
  core("epochs", "base/Epochs", "proofOfValue.epochs proofOfValue.* disputes.resolve"),
  other("works", "base/Works", "proofOfValue.* disputes.* constitution.guardian"),
  other("rounds", "base/Rounds", "proofOfValue.* disputes.* validatorRegistry.seats"),
  other("faults", "base/Faults", "proofOfValue.faults proofOfValue.* disputes.*"),
  other("pov", "ProofOfValue", "proofOfValue.* disputes.* attributionRegistry.re*"),
  other("duties", "base/Duties", "validatorRegistry.* proofOfValue.draw proofOfValue.score"),
  other("validators", "ValidatorRegistry", "validatorRegistry* proofOfValue.draw disputes.flags"),
  other("critics", "base/Critics", "constitution.critics constitution.* disputes.*"),
  other("guardianship", "base/Guardianship", "constitution.guardian constitution.*"),
  other("constitution", "Constitution", "constitution constitution.* azoraGovernor*"),
  other("identities", "base/Identities", "attributionRegistry.identities attributionRegistry.*"),
  other("registry", "AttributionRegistry", "attributionRegistry.* rewardLedger.flow"),
  other("fund", "CitadelFund", "citadelFund.* constitution.flags"),
  other("reservations", "base/Reservations", "disputes.reservations disputes.*"),
  other("disputes", "Disputes", "disputes.* constitution.flags proofOfValue.faults"),
  other("voice", "Voice", "voice standard.erc5805 standard.erc6372 standard.erc5267 azoraGovernor*"),
  other("governor", "AzoraGovernor", "azoraGovernor azoraGovernor.* standard.governor*"),
  other("timelock", "Timelock", "azoraGovernor* constitution"),
  other("token", "AzoraToken", "azoraToken standard.erc20 standard.erc2612"),
  other("genesis", "Genesis", "genesis"),
];
