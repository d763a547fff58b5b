import type { App } from "./app.ts";
import { createProgress, type Progress } from "./progress.ts";

/** Results go to stdout, everything else to stderr, so that a pipe gets results only. */
export interface Output extends Progress {
  /** The result: `value` with --json, else the text for people. */
  result(value: object, text: string): void;
  /** A result that is JSON for everybody. */
  print(value: object): void;
  /** A warning, which --quiet does not hold back. */
  warn(text: string): void;
}

export function createOutput({ stdout, stderr }: App, options: { json: boolean; quiet: boolean }): Output {
  const progress = createProgress(stderr, options.quiet);
  return {
    ...progress,
    result(value, text) {
      progress.end();
      stdout.write(`${options.json ? toJson(value) : text}\n`);
    },
    print(value) {
      progress.end();
      stdout.write(`${toJson(value)}\n`);
    },
    warn(text) {
      progress.end();
      stderr.write(`${text}\n`);
    },
  };
}

/** Amounts as decimal strings, since JSON's numbers would lose their last digits. */
export function toJson(value: object): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${each}` : each), 2);
}
