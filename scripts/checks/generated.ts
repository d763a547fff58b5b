import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { promisify } from "node:util";

const GENERATED = /(^|\/)(generated|dist|coverage)\/|^(artifacts|cache|types)\//;

/** Generated code is not in git: it would drift from what it is generated from. */
export function checkTracked(files: readonly string[]): string[] {
  return files
    .filter((file) => GENERATED.test(file))
    .map((file) => `${file} is generated, and must not be in git`);
}

/** The files that git tracks; none in a copy of the project without its history. */
export function trackedFiles(): string[] {
  const { status, stdout } = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8" });
  return status === 0 ? stdout.split("\0").filter(Boolean) : [];
}

/** Generating again from the same contracts gives the same files. */
export async function checkDrift(): Promise<string[]> {
  const before = digests();
  await promisify(execFile)(process.execPath, ["scripts/generate.ts"]);
  return compareDigests(before, digests());
}

export function compareDigests(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${file} came out differently when it was generated again from the same contracts`);
}

function digests(): Map<string, string> {
  const files = globSync("{sdk,indexer,api,web}/**/generated/**/*.*", { exclude: ["**/node_modules"] });
  return new Map(files.map((file) => [file, createHash("sha256").update(readFileSync(file)).digest("hex")]));
}
