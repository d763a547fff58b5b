/** What is mutated, and by which tests a mutant is to be noticed. Paths are the project's. */
export interface Target {
  readonly name: string;
  readonly file: string;
  /** Tried in this order, until one notices. */
  readonly killers: readonly Killer[];
}

export interface Killer {
  readonly task: "solidity" | "mocha";
  readonly files: readonly string[];
}

const unit = (...names: string[]): Killer => ({
  task: "mocha",
  files: names.map((name) => `test/contracts/unit/${name}.test.ts`),
});
/** The fuzz tests of all pure parts together take a second. */
const fuzz: Killer = { task: "solidity", files: [] };
const pure = (name: string, file: string, ...further: string[]): Target => ({
  name,
  file: `contracts/${file}.sol`,
  killers: further.length === 0 ? [fuzz] : [fuzz, unit(...further)],
});

export const TARGETS: readonly Target[] = [
  pure("split", "libraries/Split"),
  pure("emission", "libraries/Emission", "proofOfValue.epochs"),
  pure("flow", "libraries/Flow"),
  pure("shares", "libraries/Attributions", "attributionRegistry.register"),
  pure("median", "types/Histogram"),
  pure("panel", "types/Panel", "proofOfValue.draw"),
  pure("balance", "types/Balance"),
  pure("node", "types/Node", "attributionRegistry.register"),
  pure("attribution", "types/Attribution", "attributionRegistry.register", "rewardLedger.flow"),
  pure("rules", "types/Rules", "constitution"),
  { name: "ledger", file: "contracts/AuditLedger.sol", killers: [unit("auditLedger", "life")] },
  { name: "bonds", file: "contracts/base/EtherCredits.sol", killers: [unit("attributionRegistry.bonds")] },
  {
    name: "rewards",
    file: "contracts/RewardLedger.sol",
    killers: [unit("rewardLedger.flow", "rewardLedger.withdraw")],
  },
  { name: "epochs", file: "contracts/base/Epochs.sol", killers: [unit("proofOfValue.epochs")] },
];
