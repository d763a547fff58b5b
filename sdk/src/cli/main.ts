#!/usr/bin/env node
import { folderOf } from "./app.ts";
import { ExitCode } from "./exit.ts";
import { run } from "./run.ts";

/** How long a command may take to stop cleanly. */
const STOP_MS = 3_000;

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // A second one means: at once.
    if (interrupted.signal.aborted) process.exit(ExitCode.Interrupted);
    interrupted.abort();
    setTimeout(() => {
      process.stderr.write("Interrupted.\n");
      process.exit(ExitCode.Interrupted);
    }, STOP_MS).unref();
  });
}
// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? ExitCode.Ok : ExitCode.Refused);
});

const { env, stdin, stdout, stderr } = process;
const cwd = folderOf(env, process.cwd());
process.exitCode = await run(process.argv.slice(2), {
  env,
  cwd,
  signal: interrupted.signal,
  stdin,
  stdout,
  stderr,
});
