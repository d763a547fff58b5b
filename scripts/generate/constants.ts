import { type AstNode, readAst } from "./artifacts.ts";
import { evaluate } from "./evaluate.ts";
import { GenerateError } from "./GenerateError.ts";

/** Amounts become bigints; counts, shares and times numbers. */
interface Group {
  source: string;
  /** A contract that is compiled with the source. */
  contract: string;
  bigints?: readonly string[];
  numbers?: readonly string[];
}

const GROUPS: Readonly<Record<string, Group>> = {
  Attributions: {
    source: "contracts/libraries/Attributions.sol",
    contract: "AttributionRegistry",
    numbers: ["MAX_SHARES", "MIN_WEIGHT"],
  },
  AttributionRegistry: {
    source: "contracts/AttributionRegistry.sol",
    contract: "AttributionRegistry",
    numbers: ["MAX_URI", "PARTY_WEIGHT"],
  },
  Critics: { source: "contracts/base/Critics.sol", contract: "Constitution", numbers: ["MAX_SCORE"] },
  Duties: {
    source: "contracts/base/Duties.sol",
    contract: "ValidatorRegistry",
    numbers: ["SECONDS_A_BLOCK", "SPARE_TIME"],
  },
  CitadelFund: {
    source: "contracts/CitadelFund.sol",
    contract: "CitadelFund",
    bigints: ["STIPEND_DIVISOR"],
  },
  Emission: {
    source: "contracts/libraries/Emission.sol",
    contract: "ProofOfValue",
    bigints: ["FIRST_BUDGET", "HALVING", "MAX_SUPPLY"],
  },
  Flow: { source: "contracts/libraries/Flow.sol", contract: "RewardLedger", numbers: ["TOTAL"] },
  Guardianship: {
    source: "contracts/base/Guardianship.sol",
    contract: "Constitution",
    bigints: ["TERM", "LONGEST_STOP", "STOP_INTERVAL"],
  },
  HistogramLib: { source: "contracts/types/Histogram.sol", contract: "ProofOfValue", numbers: ["LEVELS"] },
  PanelLib: {
    source: "contracts/types/Panel.sol",
    contract: "ProofOfValue",
    numbers: ["MAX_SIZE", "MIN_SEATS", "HISTORY"],
  },
  ProofOfValue: {
    source: "contracts/ProofOfValue.sol",
    contract: "ProofOfValue",
    numbers: ["MIN_SEATS", "MAX_DOUBLINGS"],
  },
  Reservations: {
    source: "contracts/base/Reservations.sol",
    contract: "Disputes",
    numbers: ["MATURITY", "LIFETIME"],
  },
  RulesLib: {
    source: "contracts/types/Rules.sol",
    contract: "Constitution",
    numbers: ["COUNT", "LANES", "WORDS", "LANE_BITS"],
    bigints: ["GWEI_TO_WEI", "MICRO_AZR_TO_WEI"],
  },
  Split: { source: "contracts/libraries/Split.sol", contract: "ProofOfValue", bigints: ["CITADEL_DIVISOR"] },
  ValidatorRegistry: {
    source: "contracts/ValidatorRegistry.sol",
    contract: "ValidatorRegistry",
    numbers: ["MIN_NAMED", "FULL_BENCH", "SEATS_AN_ADMISSION", "RETURNS_PART", "BAR", "MAX_SEATS"],
  },
};

export function generateConstants(): string {
  return Object.entries(GROUPS)
    .map(([name, group]) => generateGroup(name, group))
    .join("\n");
}

function generateGroup(name: string, { source, contract, bigints = [], numbers = [] }: Group): string {
  const library = readAst(source, contract).find(
    (node) => node.nodeType === "ContractDefinition" && node.name === name,
  );
  const constants = new Map<string, AstNode>();
  for (const node of library?.nodes ?? []) {
    if (node.constant && node.name !== undefined) constants.set(node.name, node);
  }
  const line = (constant: string, suffix: string) => {
    const declaration = constants.get(constant);
    if (declaration === undefined) throw new GenerateError(`${name}.${constant} is not in ${source}.`);
    return `  ${constant}: ${evaluate(declaration, constants)}${suffix},\n`;
  };
  const body = [
    ...bigints.map((constant) => line(constant, "n")),
    ...numbers.map((constant) => line(constant, "")),
  ];
  return `export const ${name} = {\n${body.join("")}} as const;\n`;
}
