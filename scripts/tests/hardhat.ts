// Runs one of Hardhat's test tasks, `mocha` or `solidity`, and reports exact figures to `npm test`.

import { parseArgs } from "node:util";
import hre from "hardhat";
import { Reporter, send } from "./report.ts";

interface SolidityTest {
  name: string;
  status: "Success" | "Failure" | "Skipped";
  reason?: string;
}

interface SolidityRun {
  suiteResults: { testResults: SolidityTest[] }[];
}

interface SolidityOutcome {
  success: boolean;
  value?: SolidityRun;
  error?: SolidityRun;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: "string" } } });
const [runner] = positionals;
/** As many as are asked for, instead of the number that fits `npm test`; see scripts/invariants.ts. */
const runs = process.env.AZORA_RUNS === undefined ? undefined : Number(process.env.AZORA_RUNS);
const grep = values.grep === undefined ? {} : { grep: values.grep };

if (runner === "mocha") {
  // Hardhat's own sum counts skipped tests as passed, so the figures come from our reporter.
  hre.config.test.mocha = {
    ...hre.config.test.mocha,
    reporter: Reporter,
    forbidOnly: process.env.CI === "true",
  };
  const outcome: { success: boolean } = await hre.tasks.getTask(["test", "mocha"]).run({ ...grep });
  if (!outcome.success) process.exitCode = 1;
} else {
  if (runs !== undefined) {
    for (const profile of Object.values(hre.config.test.solidity.profiles)) {
      profile.fuzz = { ...profile.fuzz, runs };
      profile.invariant = { ...profile.invariant, runs };
    }
  }
  const outcome: SolidityOutcome = await hre.tasks.getTask(["test", "solidity"]).run({ ...grep });
  const results = (outcome.value ?? outcome.error)?.suiteResults.flatMap((suite) => suite.testResults) ?? [];
  const failed = results.filter(({ status }) => status === "Failure");
  send({
    passed: results.filter(({ status }) => status === "Success").length,
    failed: failed.length,
    failures: failed.map(({ name, reason }) => ({ test: name, error: reason ?? "it gives no reason" })),
    skipped: results
      .filter(({ status }) => status === "Skipped")
      .map(({ name }) => ({ test: name, reason: "it calls vm.skip" })),
  });
  if (!outcome.success) process.exitCode = 1;
}
