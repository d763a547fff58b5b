import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Deployment } from "@azora/sdk";
import { creations } from "./creations.ts";
import { initCode, readArtifact } from "./initCode.ts";
import type { Parameters } from "./parameters.ts";

interface BuildInfo {
  solcLongVersion: string;
  input: unknown;
}

const BUILDS = new URL("../artifacts/build-info/", import.meta.url);

/**
 * Writes what an explorer needs to verify the sources: for each contract the compiler's standard JSON input, and beside it
 * the version, the name within the input, the address and the encoded constructor arguments.
 * @return The files' names
 */
export function writeSources(deployment: Deployment, parameters: Parameters, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(creations(parameters)).flatMap(([place, { name, args = [], folder: of }]) => {
    const { inputSourceName, buildInfoId, bytecode } = readArtifact(name, of);
    const build: BuildInfo = JSON.parse(readFileSync(new URL(`${buildInfoId}.json`, BUILDS), "utf8"));
    const about = {
      address: Reflect.get(deployment.addresses, place),
      contract: `${inputSourceName}:${name}`,
      compiler: `v${build.solcLongVersion}`,
      constructorArguments: initCode(name, args, of).slice(bytecode.length),
    };
    const files = { [`${name}.json`]: about, [`${name}.input.json`]: build.input };
    for (const [file, content] of Object.entries(files))
      writeFileSync(path.join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
    return Object.keys(files);
  });
}
