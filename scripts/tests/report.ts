import Mocha from "mocha";

/** What one suite counted. It travels from the suite's process to `npm test` as a message, never by reading its output. */
export interface Report {
  passed: number;
  failed: number;
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
      report.failures.push({ test: test.fullTitle(), error: shorten(error.stack ?? error.message) });
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

const LINES = 12;
const CHARACTERS = 1500;

function shorten(text: string): string {
  const lines = text.split("\n").slice(0, LINES).join("\n");
  return lines.length > CHARACTERS ? `${lines.slice(0, CHARACTERS)}…` : lines;
}

export function send(report: Report): void {
  process.send?.(report);
}
