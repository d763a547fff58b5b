import { createRequire } from "node:module";

/** A node of solc's syntax tree, as far as it is read here. `src` is "start:length:file", in bytes. */
export interface AstNode {
  readonly nodeType: string;
  readonly src: string;
  readonly [field: string]: unknown;
}

interface Compiler {
  compile(input: string): string;
}

interface Output {
  errors?: { severity: string; formattedMessage: string }[];
  sources: Readonly<Record<string, { ast: AstNode }>>;
}

const compiler: Compiler = createRequire(import.meta.url)("solc");

/** The syntax tree of one file; what it imports is not looked at. @throws the compiler's message */
export function parse(source: string): AstNode {
  const output: Output = JSON.parse(
    compiler.compile(
      JSON.stringify({
        language: "Solidity",
        sources: { "file.sol": { content: source } },
        settings: { stopAfter: "parsing", outputSelection: { "*": { "": ["ast"] } } },
      }),
    ),
  );
  const error = output.errors?.find(({ severity }) => severity === "error");
  const ast = output.sources["file.sol"]?.ast;
  if (error !== undefined || ast === undefined) throw new Error(error?.formattedMessage ?? "It has no tree.");
  return ast;
}

export function* walk(node: AstNode): Generator<AstNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "nodeType" in value && "src" in value;
}

/** Where a node stands, in bytes. */
export function spanOf({ src }: AstNode): { start: number; end: number } {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return { start, end: start + length };
}
