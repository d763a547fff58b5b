import { readFileSync } from "node:fs";
import { AbiCoder, concat, type ParamType } from "ethers";

interface Artifact {
  bytecode: string;
  deployedBytecode: string;
  /** Its source within the compiler's input. */
  inputSourceName: string;
  buildInfoId: string;
  /** By the number of the immutable in its source. */
  immutableReferences?: Readonly<Record<string, readonly { start: number; length: number }[]>>;
  abi: readonly { type: string; inputs?: readonly ParamType[] }[];
}

const ARTIFACTS = new URL("../artifacts/", import.meta.url);

/**
 * Creation code with its encoded constructor arguments, as Genesis takes it. Ignition can deploy a contract by itself, but
 * only from an account; through Genesis the addresses follow from the order, so that the contracts know each other.
 */
export function initCode(name: string, args: readonly unknown[] = [], folder = "contracts"): string {
  const artifact = readArtifact(name, folder);
  const inputs = artifact.abi.find((entry) => entry.type === "constructor")?.inputs ?? [];
  return concat([artifact.bytecode, AbiCoder.defaultAbiCoder().encode(inputs, args)]);
}

export function readArtifact(name: string, folder = "contracts"): Artifact {
  const file = new URL(`${folder}/${name}.sol/${name}.json`, ARTIFACTS);
  return JSON.parse(readFileSync(file, "utf8"));
}
