import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, readArtifact } from "../generate/artifacts.ts";

const COPIED = ["contracts", "deploy", "test", "types", "artifacts"].concat([
  "hardhat.config.ts",
  "package.json",
  "tsconfig.json",
  "tsconfig.base.json",
]);

/** In a scratch copy: what the compiler was given by the build. */
export const BUILD = "build.json";

/** A copy of the project whose artifacts can be changed and whose tests can be run, without touching the project. */
export function makeScratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "azora-mutants-"));
  for (const path of COPIED) {
    cpSync(join(ROOT, path), join(folder, path), {
      recursive: true,
      // Without them Hardhat has no stack traces of Solidity, which nobody would read, and starts a chain faster.
      filter: (file) => !file.endsWith("build-info"),
    });
  }
  const { buildInfoId } = readArtifact("Genesis");
  copyFileSync(join(ROOT, `artifacts/build-info/${buildInfoId}.json`), join(folder, BUILD));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

export function removeScratch(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
