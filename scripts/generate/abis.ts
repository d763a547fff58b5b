import { type AbiEntry, readArtifact } from "./artifacts.ts";

const CONTRACTS: Readonly<Record<string, string>> = {
  Genesis: "contracts",
  AuditLedger: "contracts",
  Constitution: "contracts",
  Timelock: "contracts",
  AzoraToken: "contracts",
  ValidatorRegistry: "contracts",
  AttributionRegistry: "contracts",
  ProofOfValue: "contracts",
  RewardLedger: "contracts",
  CitadelFund: "contracts",
  Disputes: "contracts",
  Voice: "contracts",
  AzoraGovernor: "contracts",
};

export function generateAbis(): string {
  return Object.entries(CONTRACTS)
    .map(
      ([name, folder]) =>
        `export const ${variable(name)} = ${literal(readArtifact(name, folder).abi)} as const;\n`,
    )
    .join("\n");
}

function variable(contract: string): string {
  return `${contract[0]?.toLowerCase()}${contract.slice(1)}Abi`;
}

/** `internalType` is for people who read Solidity; nothing off-chain needs it. */
function literal(abi: readonly AbiEntry[]): string {
  return JSON.stringify(abi, (key, value) => (key === "internalType" ? undefined : value), 2);
}
