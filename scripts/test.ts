// npm test [-- --only <suite>] [--grep <pattern>]
//
// Runs every suite in its own process, one after the other. Each sends back what it counted; the last line is the sum.

import { type ChildProcess, spawn } from "node:child_process";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Report } from "./tests/report.ts";

interface Suite {
  name: string;
  title: string;
  files: string[];
  /** Hardhat compiles before it runs, and finds the files itself. */
  runner: "hardhat" | "mocha";
  task?: "mocha" | "solidity";
}

const SUITES: Suite[] = [
  {
    name: "modules",
    title: "unit tests beside the modules",
    files: [
      "sdk/src/**/*.test.ts",
      "indexer/*.test.ts",
      "api/src/**/*.test.ts",
      "web/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    runner: "mocha",
  },
  {
    name: "contracts",
    title: "contracts, unit by unit",
    files: ["test/contracts/unit/**/*.ts"],
    runner: "hardhat",
    task: "mocha",
  },
  {
    name: "properties",
    title: "contracts under fuzzing, stateless and stateful",
    files: ["test/contracts/{fuzz,invariant,adversary}/**/*.t.sol"],
    runner: "hardhat",
    task: "solidity",
  },
  {
    name: "adversaries",
    title: "programs that try for gain or harm",
    files: ["test/contracts/adversary/**/*.test.ts"],
    runner: "mocha",
  },
  {
    name: "gas",
    title: "each transaction within its budget",
    files: ["test/gas/**/*.test.ts"],
    runner: "mocha",
  },
  {
    name: "system",
    title: "what crosses processes",
    files: ["test/system/**/*.test.ts"],
    runner: "mocha",
  },
  {
    name: "browser",
    title: "what people do, in a real browser",
    files: ["test/e2e/**/*.test.ts"],
    runner: "mocha",
  },
];

/** A suite whose tests are done must end by itself: something it started is still running otherwise. */
const GRACE = 15_000;

let current: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    current?.kill(signal);
    process.exitCode = 130;
    stopped = true;
  });
}
let stopped = false;

const { only, grep } = readArguments();
const chosen = SUITES.filter(({ name }) => only.length === 0 || only.includes(name));
const problems: string[] = [];
const total: Report = { passed: 0, failed: 0, failures: [], skipped: [] };
for (const suite of chosen) {
  if (stopped) break;
  await runSuite(suite);
}
conclude();

function readArguments(): { only: string[]; grep: string | undefined } {
  try {
    const { values } = parseArgs({
      options: { only: { type: "string", multiple: true }, grep: { type: "string" } },
    });
    const unknown = values.only?.find((name) => SUITES.every((suite) => suite.name !== name));
    if (unknown !== undefined)
      throw new Error(
        `There is no suite "${unknown}". Suites: ${SUITES.map(({ name }) => name).join(", ")}.`,
      );
    return { only: values.only ?? [], grep: values.grep };
  } catch (error) {
    console.error(`npm test: ${error instanceof Error ? error.message : error}`);
    process.exit(2);
  }
}

async function runSuite(suite: Suite): Promise<void> {
  console.log(`\n=== ${suite.name}: ${suite.title}`);
  const start = performance.now();
  const files = globSync(suite.files, {
    exclude: (file) => /(^|\/)(node_modules|\.next)$/.test(file),
  }).sort();
  if (files.length === 0) {
    problems.push(
      `${suite.name}: no test file matches ${suite.files.join(" or ")}, and a suite without tests fails.`,
    );
    return;
  }
  const { report, code } = await runChild(suite, files);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (report) {
    total.passed += report.passed;
    total.failed += report.failed;
    total.failures.push(
      ...report.failures.map(({ test, error }) => ({ test: `${suite.name}: ${test}`, error })),
    );
    total.skipped.push(...report.skipped);
    const ran = report.passed + report.failed;
    if (ran === 0 && grep === undefined)
      problems.push(`${suite.name}: ran zero tests, and a suite without tests fails.`);
    if (code !== 0 && report.failed === 0)
      problems.push(`${suite.name}: no test failed, but the run did (exit code ${code}).`);
    console.log(`=== ${suite.name}: ${figures(report)} in ${seconds} s`);
  } else {
    problems.push(`${suite.name}: ended with exit code ${code} before its tests were done.`);
  }
}

function runChild(
  suite: Suite,
  files: string[],
): Promise<{ report: Report | undefined; code: number | null }> {
  const filter = grep === undefined ? [] : ["--grep", grep];
  const runner = fileURLToPath(new URL(`./tests/${suite.runner}.ts`, import.meta.url));
  const args = [runner, ...filter, ...(suite.task ? [suite.task] : files)];
  const child = spawn(process.execPath, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  current = child;
  return new Promise((resolve) => {
    let report: Report | undefined;
    let grace: NodeJS.Timeout | undefined;
    child.on("message", (message: Report) => {
      report = message;
      grace = setTimeout(() => {
        problems.push(
          `${suite.name}: its tests are done, but something they started was still running ${GRACE / 1000} s later.`,
        );
        child.kill("SIGKILL");
      }, GRACE);
    });
    child.on("close", (code) => {
      clearTimeout(grace);
      resolve({ report, code });
    });
  });
}

function conclude(): void {
  console.log("");
  for (const { test, reason } of total.skipped) console.log(`skipped: ${test}: ${reason}`);
  if (process.env.CI === "true" && total.skipped.length > 0)
    problems.push("CI=true leaves nothing out, but tests were skipped.");
  if (total.passed + total.failed === 0) problems.push("No test ran.");
  if (stopped) problems.push("Stopped before the end.");
  // Once more, since hours of output may lie between a failure and the end.
  for (const { test, error } of total.failures)
    console.log(`failed: ${test}\n${error.replace(/^(?=.)/gm, "  ")}\n`);
  const unnamed = total.failed - total.failures.length;
  if (unnamed > 0) console.log(`failed: and ${unnamed} more, named above`);
  for (const problem of problems) console.log(`problem: ${problem}`);
  console.log(figures(total));
  if (problems.length > 0 || total.failed > 0) process.exitCode ||= 1;
}

function figures({ passed, failed, skipped }: Report): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;
}
