import Mocha from "mocha";

/** What one suite counted. It travels from the suite's process to `npm test` as a message, never by reading its output. */
export interface Report {
  passed: number;
  failed: number;
  skipped: Skipped[];
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
    const report: Report = { passed: 0, failed: 0, skipped: [] };
    runner.on("pass", () => {
      report.passed += 1;
    });
    runner.on("fail", () => {
      report.failed += 1; // a failed hook counts as one failure, whatever number of tests it kept from running
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

export function send(report: Report): void {
  process.send?.(report);
}
