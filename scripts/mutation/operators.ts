import { type AstNode, isNode, parse, spanOf, walk } from "./ast.ts";

/** One change of a source file. */
export interface Mutant {
  /** Stays the same while the line does, wherever the line moves. */
  readonly id: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The whole file, changed. */
  readonly text: string;
  /** Of what decides: a condition, a part of one, or a refusal. */
  readonly isCondition: boolean;
}

interface Change {
  start: number;
  end: number;
  replacement: string;
  isCondition?: boolean;
}

const LOGICAL = ["<", "<=", ">", ">=", "==", "!=", "&&", "||"];

const SWAPS: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "<<": [">>"],
  ">>": ["<<"],
  "&": ["|"],
  "|": ["&"],
  "^": ["&"],
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "==": ["!="],
  "!=": ["=="],
  "&&": ["||"],
  "||": ["&&"],
};

const ASSIGNMENTS: Readonly<Record<string, string>> = {
  "+=": "-=",
  "-=": "+=",
  "|=": "&=",
  "&=": "|=",
  ">>=": "<<=",
  "<<=": ">>=",
};

const YUL: Readonly<Record<string, string>> = {
  add: "sub",
  sub: "add",
  mul: "div",
  div: "mul",
  and: "or",
  or: "and",
  shl: "shr",
  shr: "shl",
  lt: "gt",
  gt: "lt",
};

const ONE_UP = /^\d[\d_]*(e\d+)?$/;

/**
 * All single changes of a source file by a small set of operators: another arithmetic, bitwise, comparison or logical
 * operator; a condition turned round; a number one larger; a statement left out.
 */
export function mutantsOf(source: string, path: string): Mutant[] {
  const bytes = Buffer.from(source);
  const seen = new Map<string, number>();
  return [...changesOf(parse(source), bytes)].map((change) => {
    const text = apply(bytes, change);
    const line = bytes.subarray(0, change.start).toString().split("\n").length;
    const before = lineAt(source, line);
    const after = lineAt(text, line);
    const name = `${path}: ${before} => ${after}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const id = count === 1 ? name : `${name} (${count})`;
    return { id, line, before, after, text, isCondition: change.isCondition === true };
  });
}

function* changesOf(tree: AstNode, bytes: Buffer): Generator<Change> {
  for (const node of walk(tree)) {
    switch (node.nodeType) {
      case "BinaryOperation":
        yield* swaps(node, node.leftExpression, node.rightExpression, SWAPS[String(node.operator)], bytes);
        break;
      case "Assignment": {
        const other = ASSIGNMENTS[String(node.operator)];
        yield* swaps(node, node.leftHandSide, node.rightHandSide, other === undefined ? [] : [other], bytes);
        break;
      }
      case "UnaryOperation":
        yield* unary(node, bytes);
        break;
      case "IfStatement":
      case "Conditional":
        if (isNode(node.condition)) yield negated(node.condition, bytes);
        break;
      case "Literal":
        yield* literal(node, bytes);
        break;
      case "ExpressionStatement":
      case "EmitStatement":
      case "RevertStatement":
        yield leftOut(node, bytes);
        break;
      case "YulFunctionCall":
        yield* yulCall(node);
        break;
      case "YulLiteral":
        if (node.kind === "number")
          yield { ...spanOf(node), replacement: String(BigInt(String(node.value)) + 1n) };
        break;
    }
  }
}

function* swaps(
  node: AstNode,
  left: unknown,
  right: unknown,
  others: readonly string[] | undefined,
  bytes: Buffer,
): Generator<Change> {
  if (!isNode(left) || !isNode(right) || others === undefined) return;
  const operator = String(node.operator);
  // Only blanks and the operator stand between the two operands.
  const at = bytes.indexOf(operator, spanOf(left).end);
  if (at < 0 || at >= spanOf(right).start) return;
  const isCondition = LOGICAL.includes(operator);
  for (const replacement of others) yield { start: at, end: at + operator.length, replacement, isCondition };
}

function* literal(node: AstNode, bytes: Buffer): Generator<Change> {
  const text = textOf(node, bytes);
  if (node.kind === "number" && ONE_UP.test(text)) yield { ...spanOf(node), replacement: `(${text} + 1)` };
}

function* unary(node: AstNode, bytes: Buffer): Generator<Change> {
  const text = textOf(node, bytes);
  const { start, end } = spanOf(node);
  if (node.operator === "!") yield { start, end, replacement: text.slice(1), isCondition: true };
  if (node.operator === "++") yield { start, end, replacement: text.replace("++", "--") };
  if (node.operator === "--") yield { start, end, replacement: text.replace("--", "++") };
  if (node.operator === "~") yield { start, end, replacement: text.slice(1) };
}

function* yulCall(node: AstNode): Generator<Change> {
  const name = node.functionName;
  if (!isNode(name)) return;
  const replacement = YUL[String(name.name)];
  if (replacement !== undefined) yield { ...spanOf(name), replacement };
}

function negated(condition: AstNode, bytes: Buffer): Change {
  return { ...spanOf(condition), replacement: `!(${textOf(condition, bytes)})`, isCondition: true };
}

/** An empty block stands wherever a statement may; the semicolon that follows goes with it. */
function leftOut(node: AstNode, bytes: Buffer): Change {
  const { start, end } = spanOf(node);
  const semicolon = bytes.indexOf(";", end);
  const isCondition = node.nodeType === "RevertStatement";
  return { start, end: semicolon + 1, replacement: "{}", isCondition };
}

function textOf(node: AstNode, bytes: Buffer): string {
  const { start, end } = spanOf(node);
  return bytes.subarray(start, end).toString();
}

function apply(bytes: Buffer, { start, end, replacement }: Change): string {
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(replacement), bytes.subarray(end)]).toString();
}

function lineAt(text: string, line: number): string {
  return text.split("\n")[line - 1]?.trim() ?? "";
}
