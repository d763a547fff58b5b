import { CommanderError } from "commander";
import type { App } from "./app.ts";
import { CheckFailed, ExitCode, failureOf } from "./exit.ts";
import { toJson } from "./output.ts";
import { createProgram } from "./program.ts";

/** Runs one command and gives the exit code. Failures are sentences, on stderr and with --json on stdout too. */
export async function run(args: readonly string[], app: App): Promise<ExitCode> {
  try {
    await createProgram(app).parseAsync(args, { from: "user" });
    return app.signal.aborted ? ExitCode.Interrupted : ExitCode.Ok;
  } catch (error) {
    if (app.stderr.isTTY) app.stderr.write("\r\u001b[2K");
    if (app.env.AZORA_DEBUG === "1") app.stderr.write(`${stackOf(error)}\n`);
    if (app.signal.aborted) {
      app.stderr.write("Interrupted. What was sent stands; run it again to go on.\n");
      return ExitCode.Interrupted;
    }
    return sayWhy(error, app, args.includes("--json"));
  }
}

function sayWhy(error: unknown, { stdout, stderr }: App, json: boolean): ExitCode {
  // commander has said by itself what was wrong, or has shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Ok : ExitCode.Usage;
  if (error instanceof CheckFailed) return ExitCode.Refused;
  const { code, name, sentence } = failureOf(error);
  stderr.write(`${sentence}\n`);
  if (json) stdout.write(`${toJson({ error: { name, sentence } })}\n`);
  return code;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
