import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { GenerateError } from "./GenerateError.ts";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const ARTIFACTS = join(ROOT, "artifacts");

/** The part of a Solidity AST that is read here. */
export interface AstNode {
  nodeType: string;
  name?: string;
  nodes?: readonly AstNode[];
  members?: readonly AstNode[];
  constant?: boolean;
  value?: AstNode | string | null;
  operator?: string;
  subdenomination?: string | null;
  leftExpression?: AstNode;
  rightExpression?: AstNode;
  components?: readonly AstNode[];
}

export interface AbiEntry {
  type: string;
  name?: string;
}

interface Artifact {
  abi: readonly AbiEntry[];
  buildInfoId: string;
}

interface BuildOutput {
  output: { sources: Readonly<Record<string, { ast: AstNode }>> };
}

const outputs = new Map<string, BuildOutput>();

/** @param folder Below artifacts/, that of the source file. */
export function readArtifact(name: string, folder = "contracts"): Artifact {
  const file = join(ARTIFACTS, folder, `${name}.sol`, `${name}.json`);
  if (!existsSync(file)) {
    throw new GenerateError(`${file} is missing. Compile the contracts first: npx hardhat build`);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * The top level of a source file, from the very compilation that made a contract's artifact: a folder of build outputs may
 * hold older ones, which other artifacts still refer to.
 */
export function readAst(source: string, contract: string): readonly AstNode[] {
  const { buildInfoId } = readArtifact(contract);
  const output = outputs.get(buildInfoId) ?? readOutput(buildInfoId);
  outputs.set(buildInfoId, output);
  const nodes = output.output.sources[`project/${source}`]?.ast.nodes;
  if (nodes === undefined) throw new GenerateError(`${contract} was not compiled with ${source}.`);
  return nodes;
}

function readOutput(id: string): BuildOutput {
  const file = join(ARTIFACTS, "build-info", `${id}.output.json`);
  if (!existsSync(file)) {
    throw new GenerateError(`${file} is missing. Compile the contracts anew: npx hardhat build --force`);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
