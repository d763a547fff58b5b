import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../generate/artifacts.ts";
import type { Killer } from "./targets.ts";

export type Verdict = "killed" | "survived" | "stillborn" | "timeout";

const GUARD = new URL("../bootstrap/orphan-guard.mjs", import.meta.url).href;
const LIMIT_MS = 180_000;
const COPIED = ["contracts", "deploy", "test", "types", "artifacts", "cache", "sdk"];
const FILES = ["hardhat.config.ts", "package.json", "tsconfig.json", "tsconfig.base.json"];
/** What the fuzz tests of the pure parts need: so little that compiling it takes a second. */
const PURE = [
  "contracts/interfaces",
  "contracts/libraries",
  "contracts/types",
  "test/contracts/fuzz",
  "test/contracts/support",
];

/** A copy of the project in which a file can be changed and tests run, without touching the project. */
export class Scratch {
  readonly #folder: string;

  constructor(task: Killer["task"]) {
    this.#folder = mkdtempSync(join(tmpdir(), "azora-mutants-"));
    for (const path of task === "solidity" ? PURE : COPIED) {
      mkdirSync(join(this.#folder, path, ".."), { recursive: true });
      cpSync(join(ROOT, path), join(this.#folder, path), {
        recursive: true,
        filter: (file) => !file.endsWith("node_modules"),
      });
    }
    for (const file of FILES) cpSync(join(ROOT, file), join(this.#folder, file));
    symlinkSync(join(ROOT, "node_modules"), join(this.#folder, "node_modules"));
  }

  /** Puts a text in a file's place, runs tests, and puts the file back. */
  async try(file: string, text: string, { task, files }: Killer): Promise<Verdict> {
    const path = join(this.#folder, file);
    const original = readFileSync(path);
    writeFileSync(path, text);
    try {
      return await this.#run([task, ...files]);
    } finally {
      writeFileSync(path, original);
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(args: readonly string[]): Promise<Verdict> {
    const cli = join(ROOT, "node_modules/hardhat/dist/src/cli.js");
    // A mutant may loop for ever: its run ends with ours, however ours ends.
    const child = spawn(process.execPath, ["--import", GUARD, cli, "test", ...args], {
      cwd: this.#folder,
      env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let isLate = false;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk;
      });
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, LIMIT_MS);
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        if (isLate) resolve("timeout");
        else if (code === 0) resolve("survived");
        // A test that failed; anything else that ended the run is not a test's merit.
        else if (/\d+ failing/.test(output)) resolve("killed");
        else if (/Compilation failed|HHE9\d\d/.test(output)) resolve("stillborn");
        else reject(new Error(`The tests could not be run:\n${output.slice(-2_000)}`));
      });
    });
  }
}
