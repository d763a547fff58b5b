import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../generate/artifacts.ts";

const COPIED = ["contracts", "deploy", "test", "types", "artifacts"].concat([
  "hardhat.config.ts",
  "package.json",
  "tsconfig.json",
  "tsconfig.base.json",
]);

/** In a scratch copy: what the compiler was given by each build. */
export const BUILDS = "builds.json";

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
  const builds = globSync("artifacts/build-info/*.json", { cwd: ROOT, exclude: ["**/*.output.json"] });
  const texts = builds.map((file) => readFileSync(join(ROOT, file), "utf8"));
  writeFileSync(join(folder, BUILDS), `[${texts.join()}]`);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

export function removeScratch(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
