// Runs the mocha tests of the files given as arguments, and reports exact figures to `npm test`.

import { parseArgs } from "node:util";
import Mocha from "mocha";
import { Reporter } from "./report.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: "string" } } });
const mocha = new Mocha({
  reporter: Reporter,
  timeout: 60_000,
  slow: 2_000,
  forbidOnly: process.env.CI === "true",
  ...(values.grep === undefined ? {} : { grep: new RegExp(values.grep) }),
});
for (const file of positionals) mocha.addFile(file);
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  process.exitCode ||= failures > 0 ? 1 : 0;
});
// What the tests started has to be stopped by their hooks, which run once the current test has ended. A second signal ends
// the process at once.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    process.exitCode = 130;
    runner.abort();
  });
