import { folderOf } from "./app.ts";
import { ExitCode } from "./exit.ts";
import { run } from "./run.ts";

/** How long a command may take to stop cleanly. */
const STOP_MS = 3_000;

/** Runs the command of this process and sets its exit code. Ctrl-C stops it cleanly, a second one at once. */
export async function start(): Promise<void> {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
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
  const app = { env, cwd, signal: interrupted.signal, stdin, stdout, stderr };
  process.exitCode = await run(process.argv.slice(2), app);
}
