// npm run check            everything that is checked without running the program
// npm run format           the same with --fix: mends what can be mended by itself
//
// Checks run side by side, as many as there are cores; the failures are printed at the end.

import { spawn } from "node:child_process";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { checkCasts } from "./checks/casts.ts";
import { checkContract, writeContract } from "./checks/contract.ts";
import { checkFocus } from "./checks/focus.ts";
import { checkDrift, checkTracked, trackedFiles } from "./checks/generated.ts";
import { checkImports, type Exports } from "./checks/imports.ts";
import { checkInvariants } from "./checks/invariants.ts";
import { checkLock, checkPins, completeLock, type Lock, type Manifest } from "./checks/lock.ts";
import { checkSizes } from "./checks/sizes.ts";
import { readSources, type Source } from "./checks/sources.ts";

interface Check {
  name: string;
  /** What is wrong; nothing when all is well. */
  run(): Promise<string[]> | string[];
}

interface Package extends Manifest {
  exports?: Record<string, unknown>;
}

const SOLIDITY = ["contracts/**/*.sol", "test/contracts/**/*.sol"].filter(
  (glob) => globSync(glob).length > 0,
);

const { values } = parseArgs({ options: { fix: { type: "boolean", default: false } } });
const failed = values.fix ? await fix() : await check();
process.exitCode = failed ? 1 : 0;

async function check(): Promise<boolean> {
  let sources: Source[] | undefined;
  const all = () => {
    sources ??= readSources();
    return sources;
  };
  const checks: Check[] = [
    types("types"),
    types("types of the web app", "--project", "web"),
    tool("format and lint", "@biomejs/biome/bin/biome", "check", "--max-diagnostics=100", "."),
    tool("unused code", "knip/bin/knip.js", "--no-progress", "--no-config-hints"),
    tool("Solidity format", "prettier/bin/prettier.cjs", "--check", ...SOLIDITY),
    tool("Solidity lint", "solhint/solhint.js", "--noPoster", "--disc", "--max-warnings=0", ...SOLIDITY),
    { name: "generated code", run: async () => [...checkTracked(trackedFiles()), ...(await checkDrift())] },
    { name: "what is committed of the API", run: async () => checkContract(await readContract()) },
    { name: "import directions", run: () => checkImports(all(), readExports()) },
    { name: "double casts", run: () => checkCasts(all()) },
    { name: "tests left out", run: () => checkFocus(all()) },
    {
      name: "invariants and their tests",
      run: () => checkInvariants(readIfThere("docs/invariants.md"), all()),
    },
    { name: "file sizes", run: () => checkSizes(all()) },
    {
      name: "versions and lock",
      run: () => [
        ...checkLock(readLock()),
        ...readPackages().flatMap(([path, manifest]) => checkPins(path, manifest)),
      ],
    },
  ];
  const failures: string[] = [];
  const start = performance.now();
  const queue = [...checks];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) failures.push(...(await report(next)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  for (const failure of failures) console.log(`\n${failure}`);
  const seconds = secondsSince(start);
  console.log(`\n${checks.length - failures.length} of ${checks.length} checks passed in ${seconds} s`);
  return failures.length > 0;
}

async function report({ name, run }: Check): Promise<string[]> {
  const start = performance.now();
  const problems = await attempt(run);
  const verdict = problems.length === 0 ? "ok  " : "FAIL";
  console.log(`${verdict} ${name} (${secondsSince(start)} s)`);
  return problems.length === 0 ? [] : [`--- ${name}\n${problems.join("\n")}`];
}

async function attempt(run: Check["run"]): Promise<string[]> {
  try {
    return await run();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Mends what can be mended without judgement. */
async function fix(): Promise<boolean> {
  const text = readFileSync("package-lock.json", "utf8");
  const completed = `${JSON.stringify(completeLock(readLock()), null, 2)}\n`;
  if (completed !== text) writeFileSync("package-lock.json", completed);
  writeContract(await readContract());
  const fixes = [
    tool("format and lint", "@biomejs/biome/bin/biome", "check", "--write", "."),
    tool("Solidity format", "prettier/bin/prettier.cjs", "--write", "--log-level=warn", ...SOLIDITY),
  ];
  const failures = (await Promise.all(fixes.map(report))).flat();
  for (const failure of failures) console.log(`\n${failure}`);
  return failures.length > 0;
}

function types(name: string, ...more: string[]): Check {
  const pretty = String(process.stdout.isTTY === true);
  return tool(name, "typescript/bin/tsc", "--noEmit", "--pretty", pretty, ...more);
}

/** A check by a program of a dependency, which has succeeded when it exits with 0. */
function tool(name: string, program: string, ...args: string[]): Check {
  return {
    name,
    run: () =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [`node_modules/${program}`, ...args], {
          stdio: ["ignore", "pipe", "pipe"],
        });
        let output = "";
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding("utf8").on("data", (chunk: string) => {
            output += chunk;
          });
        }
        child.once("error", reject);
        child.once("close", (code) => resolve(code === 0 ? [] : [output.trim() || `exit code ${code}`]));
      }),
  };
}

/** Only when it is needed: it loads the whole API. */
async function readContract() {
  const { contract } = await import("@azora/api/contract");
  return contract();
}

function readLock(): Lock {
  return JSON.parse(readFileSync("package-lock.json", "utf8"));
}

function readPackages(): [string, Package][] {
  const paths = ["package.json", ...globSync("{sdk,indexer,api,web}/package.json")];
  return paths.map((path) => [path, JSON.parse(readFileSync(path, "utf8"))]);
}

function readExports(): Exports {
  return Object.fromEntries(
    readPackages().map(([path, { exports = {} }]) => [path.split("/")[0], Object.keys(exports)]),
  );
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
