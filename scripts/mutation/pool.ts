import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answer, Question, Verdict } from "./protocol.ts";
import { makeScratch, removeScratch } from "./scratch.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const GUARD = new URL("../bootstrap/orphan-guard.mjs", import.meta.url).href;
/** A mutant may loop for ever. Many times what the slowest take. */
const LIMITS_MS = { start: 300_000, compile: 180_000, fuzz: 300_000, unit: 400_000 };
/** Then a worker makes place for a new one: chains that tests started stay in its memory. */
const LIFETIME = 80;

export interface Tried {
  readonly verdict: Verdict;
  readonly cpuMs: number;
}

/** A place in which mutants are tried, one at a time, by a process that is started anew when it must be. */
export class Bench {
  readonly #folder = makeScratch();
  #child: ChildProcess | undefined;
  #asked = 0;
  #spent = 0;
  #stderr = "";
  #isClosed = false;

  async try(question: Question): Promise<Tried> {
    try {
      return await this.#ask(question);
    } catch (error) {
      if (this.#isClosed) throw error;
      // Whatever ended the process may have come from what was tried before.
      this.#end();
      return await this.#ask(question);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#end();
    removeScratch(this.#folder);
  }

  async #ask(question: Question): Promise<Tried> {
    const child = await this.#ready();
    const before = this.#spent;
    const answered = this.#until(child, ({ verdict }) => verdict, "compile");
    child.send(question);
    const verdict = (await answered) ?? { is: "timeout" };
    const cpuMs = this.#spent - before;
    this.#asked += 1;
    if (verdict.is === "timeout" || this.#asked >= LIFETIME) this.#end();
    return { verdict, cpuMs };
  }

  async #ready(): Promise<ChildProcess> {
    if (this.#child !== undefined) return this.#child;
    const child = fork(WORKER, {
      cwd: this.#folder,
      // Ends with us, however we end.
      execArgv: ["--import", GUARD],
      env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: "true" },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    this.#asked = 0;
    this.#spent = 0;
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr = `${this.#stderr}${chunk}`.slice(-2_000);
    });
    if ((await this.#until(child, ({ ready }) => ready, "start")) === undefined)
      throw new Error("It does not start.");
    return child;
  }

  /** @return undefined when a stage takes too long */
  #until<result>(
    child: ChildProcess,
    wanted: (answer: Answer) => result | undefined,
    first: keyof typeof LIMITS_MS,
  ): Promise<result | undefined> {
    return new Promise((resolve, reject) => {
      let timer = setTimeout(late, LIMITS_MS[first]);
      const done = (settle: () => void) => {
        clearTimeout(timer);
        child.off("message", listen).off("exit", ended);
        settle();
      };
      const ended = () => done(() => reject(new Error(`The tests could not be run:\n${this.#stderr}`)));
      const listen = (answer: Answer) => {
        this.#spent = answer.cpuMs;
        const result = wanted(answer);
        if (result !== undefined) return done(() => resolve(result));
        clearTimeout(timer);
        timer = setTimeout(late, LIMITS_MS[answer.stage ?? first]);
      };
      function late() {
        done(() => resolve(undefined));
      }
      child.on("message", listen).on("exit", ended);
    });
  }

  #end(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }
}
