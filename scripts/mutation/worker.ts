// A process that tries mutants, one after the other, for scripts/mutants.ts. It holds the compiler, Hardhat and the tests,
// which would take longer to start than most mutants take, and its working folder is a scratch copy of the project.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import hre from "hardhat";
import type { forget as Forget } from "../../test/support/fixture.ts";
import { type Compiled, Compiler } from "./compiler.ts";
import type { Answer, Question, Verdict } from "./protocol.ts";
import { Suites, type Witness } from "./suites.ts";

/** EIP-170: what is larger cannot be deployed, so that a test that fails says nothing about it. */
const LARGEST = 24_576;
const FUZZ = "test/contracts/fuzz/";
/** Hardhat keeps every step of a fuzz test that failed, and a loop without an end has very many. */
const MOST_MEMORY = 3 * 2 ** 30;
/** At least four times what any fuzz test takes: a loop without an end reaches it, and fails. */
const GAS_LIMIT = 2n ** 30n;

interface SolidityOutcome {
  success: boolean;
  error?: {
    suiteResults: { id: { source: string }; testResults: { name: string; status: string }[] }[];
  };
}

const compiler = new Compiler();
const suites = new Suites();
const fixture = pathToFileURL(resolve("test/support/fixture.ts")).href;
const { forget }: { forget: typeof Forget } = await import(fixture);

for (const profile of Object.values(hre.config.test.solidity.profiles)) profile.gasLimit = GAS_LIMIT;
setInterval(() => {
  if (process.memoryUsage.rss() < MOST_MEMORY) return;
  answer({ verdict: { is: "timeout" } });
  process.exit();
}, 200).unref();
// What a test that failed left behind is rejected later, when nobody waits for it any more.
process.on("unhandledRejection", () => undefined);
process.on("message", (question: Question) => {
  tryOut(question).then(
    (verdict) => answer({ verdict }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
answer({ ready: true });

async function tryOut({ file, text, within, units, hint, isControl }: Question): Promise<Verdict> {
  if (isControl) {
    answer({ stage: "unit" });
    return verdictOf(await unit([], units, undefined));
  }
  const tests = compiler.compile(file, text, FUZZ);
  if (tests === undefined) return { is: "stillborn" };
  if (tests.length > 0) {
    answer({ stage: "fuzz" });
    const by = await fuzz(tests);
    if (by !== undefined) return verdictOf(by);
  }
  answer({ stage: "compile" });
  const inOne = compiler.compile(file, text, within);
  // Where it makes no difference to one contract, it may to others.
  const contracts = inOne?.length === 0 ? compiler.compile(file, text, "contracts/") : inOne;
  if (contracts === undefined || contracts.some(isTooLarge)) return { is: "stillborn" };
  if (tests.length === 0 && contracts.length === 0) return { is: "same" };
  if (contracts.length === 0 || units.length === 0) return { is: "survived" };
  answer({ stage: "unit" });
  return verdictOf(await unit(contracts, units, hint));
}

const verdictOf = (by: Witness | undefined): Verdict =>
  by === undefined ? { is: "survived" } : { is: "killed", by };

/** Runs the fuzz tests that have other code. @return the first that fails */
async function fuzz(tests: readonly Compiled[]): Promise<Witness | undefined> {
  const { buildInfoId } = JSON.parse(readFileSync("artifacts/contracts/Genesis.sol/Genesis.json", "utf8"));
  for (const test of tests) {
    const path = artifactOf(test);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ ...asArtifact(test), buildInfoId }));
  }
  const files = [...new Set(tests.map(({ file }) => file))];
  const outcome: SolidityOutcome = await hre.tasks
    .getTask(["test", "solidity"])
    .run({ testFiles: files, noCompile: true });
  if (outcome.success) return undefined;
  for (const { id, testResults } of outcome.error?.suiteResults ?? []) {
    const failed = testResults.find(({ status }) => status === "Failure");
    if (failed !== undefined) return { file: id.source.slice("project/".length), title: failed.name };
  }
  throw new Error("The fuzz tests could not be run.");
}

/** Runs unit tests with changed contracts. @return the first that fails */
async function unit(
  contracts: readonly Compiled[],
  units: readonly string[],
  hint: Witness | undefined,
): Promise<Witness | undefined> {
  const originals = contracts.map(
    (contract) => [artifactOf(contract), readFileSync(artifactOf(contract))] as const,
  );
  for (const contract of contracts) {
    const path = artifactOf(contract);
    writeFileSync(
      path,
      JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...asArtifact(contract) }),
    );
  }
  try {
    return await suites.firstFailure(units, hint);
  } finally {
    for (const [path, original] of originals) writeFileSync(path, original);
    await forget();
  }
}

function asArtifact({ file, name, abi, bytecode, deployedBytecode, immutableReferences }: Compiled) {
  return {
    _format: "hh3-artifact-1",
    contractName: name,
    sourceName: file,
    abi,
    bytecode,
    deployedBytecode,
    linkReferences: {},
    deployedLinkReferences: {},
    immutableReferences,
    inputSourceName: `project/${file}`,
  };
}

const artifactOf = ({ file, name }: Compiled): string => join("artifacts", file, `${name}.json`);

const isTooLarge = ({ file, deployedBytecode }: Compiled): boolean =>
  !file.startsWith("contracts/mocks/") && deployedBytecode.length / 2 - 1 > LARGEST;

function answer(message: Omit<Answer, "cpuMs">): void {
  const { user, system } = process.cpuUsage();
  process.send?.({ ...message, cpuMs: Math.round((user + system) / 1_000) });
}
