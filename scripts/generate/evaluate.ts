import type { AstNode } from "./artifacts.ts";
import { GenerateError } from "./GenerateError.ts";

type Constants = ReadonlyMap<string, AstNode>;

const OPERATORS: Readonly<Record<string, (left: bigint, right: bigint) => bigint>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "**": (left, right) => left ** right,
  "<<": (left, right) => left << right,
  ">>": (left, right) => left >> right,
};

const UNITS: Readonly<Record<string, bigint>> = {
  wei: 1n,
  gwei: 10n ** 9n,
  ether: 10n ** 18n,
  seconds: 1n,
  minutes: 60n,
  hours: 3_600n,
  days: 86_400n,
  weeks: 604_800n,
};

/** The value of a constant declared by literals, arithmetic and other constants of the same contract. */
export function evaluate(declaration: AstNode, constants: Constants): bigint {
  if (typeof declaration.value !== "object" || declaration.value === null) {
    throw new GenerateError(`The constant ${declaration.name} has no value.`);
  }
  return expression(declaration.value, constants);
}

function expression(node: AstNode, constants: Constants): bigint {
  switch (node.nodeType) {
    case "Literal":
      return literal(node);
    case "TupleExpression":
      return operand(node.components?.[0], constants);
    case "BinaryOperation": {
      const apply = OPERATORS[node.operator ?? ""];
      if (apply === undefined) throw new GenerateError(`The operator ${node.operator} is not understood.`);
      return apply(operand(node.leftExpression, constants), operand(node.rightExpression, constants));
    }
    case "Identifier": {
      const declaration = constants.get(node.name ?? "");
      if (declaration === undefined)
        throw new GenerateError(`The constant ${node.name} is not of the same contract.`);
      return evaluate(declaration, constants);
    }
    default:
      throw new GenerateError(`An expression of type ${node.nodeType} is not understood.`);
  }
}

function operand(node: AstNode | undefined, constants: Constants): bigint {
  if (node === undefined) throw new GenerateError("An expression lacks an operand.");
  return expression(node, constants);
}

/** `1_000`, `0xff`, `2e18`, `7 days`; fractions are refused by BigInt. */
function literal({ value, subdenomination }: AstNode): bigint {
  const unit = UNITS[subdenomination ?? "wei"];
  if (typeof value !== "string" || unit === undefined) throw new GenerateError("A literal is not a number.");
  const digits = value.replaceAll("_", "");
  if (digits.startsWith("0x")) return BigInt(digits) * unit;
  const [mantissa = "", exponent = "0"] = digits.split("e");
  return BigInt(mantissa) * 10n ** BigInt(exponent) * unit;
}
