import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { LocalFailure } from "./failure.ts";
import { holdFolder } from "./lock.ts";
import { nextProgram, WEB } from "./web.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STATE = path.join(ROOT, ".azora", "web");
const STAMP = path.join(STATE, "built.json");
const SOURCES = ["web/**/*.{ts,tsx,css,mjs,json,svg,png,ico,woff2}", "sdk/src/**/*.ts", "package-lock.json"];
const OUTPUT = path.join(WEB, ".next", "BUILD_ID");
const isLeftOut = (file: string): boolean => /(^|\/)(node_modules|\.next)$|\.test\.tsx?$/.test(file);
const POLL_MS = 300;

/** Builds the web app for production if its sources have changed since; one build of a checkout at a time. */
export async function buildWeb(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  mkdirSync(STATE, { recursive: true });
  const release = await hold(signal);
  try {
    const before = keyOf(); // taken first: a file that changes meanwhile makes the next start build again
    if (isBuilt()) return;
    say("Building the web app (once; later starts skip this).");
    await next(signal);
    writeFileSync(STAMP, `${JSON.stringify({ key: before })}\n`);
  } finally {
    release();
  }
}

/** Waits for a build that another start is making. */
async function hold(signal: AbortSignal): Promise<() => void> {
  for (;;) {
    try {
      return holdFolder(STATE);
    } catch (error) {
      if (!(error instanceof LocalFailure)) throw error;
      await sleep(POLL_MS, undefined, { signal });
    }
  }
}

async function next(signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [nextProgram(), "build", WEB], {
    cwd: WEB,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CI: "true", NO_COLOR: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = `${output}${text}`.slice(-10_000);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new LocalFailure(`The web app could not be built:\n${output.trim()}`);
}

function isBuilt(): boolean {
  try {
    return existsSync(OUTPUT) && JSON.parse(readFileSync(STAMP, "utf8")).key === keyOf();
  } catch {
    return false; // never built, or the stamp was cut off: it is built again
  }
}

function keyOf(): string {
  const hash = createHash("sha256");
  for (const file of globSync(SOURCES, { cwd: ROOT, exclude: isLeftOut }).sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest("hex");
}
