import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { lockFor } from "./alone.mjs";
import { progress } from "./progress.mjs";
import { MODULES, NODE, Refusal, ROOT } from "./project.mjs";

const GUARD = new URL("./orphan-guard.mjs", import.meta.url).href;

let signalChild; // passes a signal to the child that is running
let stoppedBy; // the first signal that asked us to end

export function environment() {
  const bin = path.join(MODULES, ".bin");
  const others = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== bin);
  return {
    ...process.env,
    PATH: [bin, ...others].join(path.delimiter),
    INIT_CWD: process.env.INIT_CWD ?? process.cwd(), // where the user stands, which paths in arguments are relative to
  };
}

/** Runs a command quietly, with progress, and returns what it printed. */
export async function run(label, command, args, env) {
  const bar = progress(label);
  try {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    lockFor(child);
    signalChild = (signal) => process.kill(-child.pid, signal); // with all that it started
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-200_000);
      });
    }
    const code = await exitCodeOf(child, "close");
    if (stoppedBy) throw new Refusal("Stopped. The next start goes on from here.");
    return { code, output };
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new Refusal(`\`${command}\` was not found. It comes with Node: install it, and try again.`);
  } finally {
    signalChild = undefined;
    bar.end();
  }
}

/** Hands over to the script: its input, output and exit code are ours. */
export async function handOver(script, args) {
  if (stoppedBy) throw new Refusal("Stopped.");
  const file = path.join(ROOT, script);
  if (!fs.existsSync(file)) throw new Refusal(`There is no ${script} in this version of the project.`);
  const options = { cwd: ROOT, env: environment(), stdio: "inherit", detached: true };
  const child = spawn(NODE, ["--import", GUARD, file, ...args], options);
  signalChild = (signal) => child.kill(signal);
  process.exitCode = await exitCodeOf(child, "exit");
}

/**
 * Each signal reaches the child exactly once. Ctrl-C in a terminal goes to the whole process group, and npm then sends
 * it again; so the child has a group of its own, and what arrives here in close succession is passed on once.
 */
export function passSignalsOn() {
  const last = {};
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - (last[signal] ?? 0) < 500) return;
      last[signal] = now;
      stoppedBy ??= signal;
      if (!signalChild) process.exit(codeOf(signal));
      deliver(signal);
    });
  }
  process.on("SIGWINCH", () => deliver("SIGWINCH"));
}

function deliver(signal) {
  try {
    signalChild?.(signal);
  } catch {
    // the child has just ended, and we are about to
  }
}

/** What to end with after a failure. */
export function failureCode() {
  return stoppedBy ? codeOf(stoppedBy) : 1;
}

function exitCodeOf(child, event) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once(event, (status, signal) => resolve(signal ? codeOf(signal) : status));
  });
}

function codeOf(signal) {
  return 128 + os.constants.signals[signal];
}
