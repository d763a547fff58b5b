import Mocha from "mocha";

/** What one suite counted. It travels from the suite's process to `npm test` as a message, never by reading its output. */
export interface Report {
  passed: number;
  failed: number;
  /** The first of them. */
  failures: Failure[];
  skipped: Skipped[];
}

export interface Failure {
  test: string;
  /** The error's message, and where it was thrown, as far as they fit on a few lines. */
  error: string;
}

export interface Skipped {
  test: string;
  reason: string;
}

/** More say nothing more: something that they share is broken. */
const NAMED = 50;

const reasons = new WeakMap<Mocha.Runnable, string>();

Mocha.Context.prototype.needs = function (present, howToEnable) {
  if (present) return;
  if (process.env.CI === "true")
    throw new Error(`CI leaves nothing out, but here this does not hold: ${howToEnable}`);
  if (this.test) reasons.set(this.test, howToEnable);
  // In a hook, it speaks for all tests that the hook is for.
  if (this.test instanceof Mocha.Hook) this.test.parent?.eachTest((test) => reasons.set(test, howToEnable));
  this.skip();
};

/** Mocha's usual output, and exact figures for `npm test`. */
export class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const report: Report = { passed: 0, failed: 0, failures: [], skipped: [] };
    runner.on("pass", () => {
      report.passed += 1;
    });
    runner.on("fail", (test, error) => {
      report.failed += 1; // a failed hook counts as one failure, whatever number of tests it kept from running
      report.failures.push({ test: test.fullTitle(), error: error.stack ?? error.message });
    });
    runner.on("pending", (test) => {
      report.skipped.push({
        test: test.fullTitle(),
        reason: reasons.get(test) ?? "no reason is given in the test",
      });
    });
    runner.once("end", () => send(report));
  }
}

/** What is kept of an error: what it is, and what it ends with, such as where it was thrown or what a process said last. */
const FIRST_LINES = 4;
const LAST_LINES = 10;
const LINE_CHARACTERS = 300;

function shorten(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => (line.length > LINE_CHARACTERS ? `${line.slice(0, LINE_CHARACTERS)}…` : line));
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join("\n");
  return [...lines.slice(0, FIRST_LINES), "…", ...lines.slice(-LAST_LINES)].join("\n");
}

/** Sends it to `npm test`, if that runs this, and lets go of it once it has arrived: a report that is cut off is none. */
export function send(report: Report): void {
  const failures = report.failures
    .slice(0, NAMED)
    .map(({ test, error }) => ({ test, error: shorten(error) }));
  process.send?.({ ...report, failures }, () => process.disconnect?.());
}
