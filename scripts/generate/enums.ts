import { type AstNode, readAst } from "./artifacts.ts";
import { GenerateError } from "./GenerateError.ts";

/** Name, source and a contract that is compiled with it. */
const ENUMS = [
  ["Role", "contracts/interfaces/IGenesis.sol", "Genesis"],
  ["LeafKind", "contracts/types/LeafKind.sol", "AuditLedger"],
  ["Rule", "contracts/types/Rules.sol", "Constitution"],
  ["Verdict", "contracts/interfaces/IConstitution.sol", "Constitution"],
  ["Phase", "contracts/interfaces/IProofOfValue.sol", "ProofOfValue"],
  ["RearmReason", "contracts/interfaces/IProofOfValue.sol", "ProofOfValue"],
  ["Fault", "contracts/interfaces/IValidatorRegistry.sol", "ValidatorRegistry"],
  ["Direction", "contracts/interfaces/IDisputes.sol", "Disputes"],
  ["Ground", "contracts/interfaces/IDisputes.sol", "Disputes"],
  ["Outcome", "contracts/interfaces/IDisputes.sol", "Disputes"],
  ["PotOrigin", "contracts/interfaces/IRewardLedger.sol", "RewardLedger"],
  ["NodeKind", "contracts/types/Node.sol", "ProofOfValue"],
] as const;

export function generateEnums(): string {
  return ENUMS.map(([name, source, contract]) => generateEnum(name, readAst(source, contract))).join("\n");
}

function generateEnum(name: string, nodes: readonly AstNode[]): string {
  const definition = nodes.find((node) => node.nodeType === "EnumDefinition" && node.name === name);
  if (definition?.members === undefined) throw new GenerateError(`The contracts define no enum ${name}.`);
  const members = definition.members.map((member, index) => `  ${member.name}: ${index},`).join("\n");
  const names = definition.members.map((member) => `"${member.name}"`).join(", ");
  return (
    `export const ${name} = {\n${members}\n} as const;\n` +
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];\n` +
    `/** Names in the order of their numbers. */\n` +
    `export const ${name[0]?.toLowerCase()}${name.slice(1)}Names = [${names}] as const satisfies readonly (keyof typeof ${name})[];\n`
  );
}
