import type { ChildProcess } from "node:child_process";
import { appendFileSync, cpSync, openSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { answersWell } from "../../../scripts/local/answersWell.ts";
import { spawnPonder } from "../../../scripts/local/indexer.ts";

const INDEXER = fileURLToPath(new URL("../../../indexer", import.meta.url));
const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));
/** A killed indexer waits for its own lock, for up to 25 seconds. */
const READY_MS = 90_000;

export interface RedeploymentOptions {
  /** In which the copy and its log are kept. */
  folder: string;
  networkFile: string;
  url: string;
  port: number;
  schema: string;
  headFrom: number;
}

/** Another build of the indexer beside the one that serves: the same handlers, in other sources. */
export class Redeployment {
  readonly #options: RedeploymentOptions;
  readonly #root: string;
  readonly #log: string;
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();

  constructor(options: RedeploymentOptions) {
    this.#options = options;
    this.#root = path.join(options.folder, "redeployment");
    this.#log = path.join(options.folder, "redeployment.log");
    cpSync(INDEXER, this.#root, { recursive: true, filter: (file) => !/node_modules|\.ponder/.test(file) });
    symlinkSync(MODULES, path.join(this.#root, "node_modules"));
    appendFileSync(path.join(this.#root, "src/Voice.ts"), "\n// Another build.\n");
  }

  launch(): void {
    const log = openSync(this.#log, "a");
    const child = spawnPonder({ ...this.#options, root: this.#root, log });
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once("exit", resolve));
  }

  get isReady(): Promise<boolean> {
    return answersWell(`http://127.0.0.1:${this.#options.port}/ready`).catch(() => false);
  }

  /** Until it has caught up. */
  async ready(): Promise<void> {
    for (const deadline = Date.now() + READY_MS; !(await this.isReady); await sleep(50)) {
      const code = this.#child?.exitCode ?? this.#child?.signalCode;
      if (Date.now() > deadline || (code !== null && code !== undefined))
        throw new Error(
          `The other build did not get ready:\n${readFileSync(this.#log, "utf8").slice(-3_000)}`,
        );
    }
  }

  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    this.#child?.kill(signal);
    await this.#ended;
  }
}
