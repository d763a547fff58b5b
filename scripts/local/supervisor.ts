import type { ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LocalFailure } from "./failure.ts";
import { forgetProcess, noteProcess } from "./leftover.ts";

/** A process of the network, and how to tell that it serves. */
export interface Service {
  name: string;
  /** Where it can be reached, for people. */
  address?: string;
  /** Starts the process in a group of its own, with its output in the log. Called again after each end that nobody asked for. */
  launch(log: number): ChildProcess | Promise<ChildProcess>;
  /** Settles when it serves; asked again and again until then. */
  isReady(): Promise<boolean>;
  /** How long it may take to serve. */
  readyMs?: number;
  /** What asks it to save and stop. */
  stopSignal?: NodeJS.Signals;
  /** After this many milliseconds it is killed. */
  stopMs?: number;
}

export type State = "starting" | "running" | "restarting" | "stopped" | "given up";

export interface SupervisorOptions {
  /** Logs, and notes of process numbers, are kept below it. */
  folder: string;
  say(line: string): void;
  onState?: (service: Service, state: State) => void;
  /** In milliseconds, before each new start of a service that ended; after the last one it is left off. */
  pauses?: readonly number[];
}

export interface Supervisor {
  /** Starts a service and waits until it serves. @throws LocalFailure if it does not */
  start(service: Service): Promise<void>;
  /** Stops a service, does something while it is off, and starts it again. */
  restart(name: string, between?: () => Promise<void>): Promise<void>;
  pid(name: string): number | undefined;
  /** Settles with a sentence once a service has ended so often that it is left off. */
  readonly givenUp: Promise<string>;
  /** Stops all in the opposite order of their starts. Twice is once. */
  stop(): Promise<void>;
}

/** Later each time, and at last not at all. */
const RESTARTS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000];
/** A service that served this long starts afresh with its pauses. */
const STEADY_MS = 60_000;
const READY_MS = 60_000;
const STOP_MS = 10_000;
const POLL_MS = 100;
const LOG_LIMIT = 5_000_000; // bytes, after which a start begins a log anew

interface Kept {
  service: Service;
  child: ChildProcess | undefined;
  exited: Promise<string>;
  /** Set while somebody stops it on purpose. */
  wanted: boolean;
  /** Consecutive ends that nobody asked for. */
  ends: number;
}

/** Keeps the processes of a network running: one that ends by itself is started again, and that is said. */
export function createSupervisor({
  folder,
  say,
  onState,
  pauses = RESTARTS_MS,
}: SupervisorOptions): Supervisor {
  const pids = pidsOf(folder);
  const kept: Kept[] = [];
  let stopping: Promise<void> | undefined;
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<string>();
  const logOf = ({ name }: Service) => path.join(folder, "logs", `${name}.log`);

  async function launch(one: Kept): Promise<void> {
    const { service } = one;
    const log = openLog(logOf(service));
    try {
      const child = await service.launch(log);
      one.child = child;
      one.exited = new Promise((resolve) => {
        child.once("error", (error) => resolve(error.message));
        child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
      });
      if (child.pid !== undefined) noteProcess(pids, service.name, child.pid);
      if (!one.wanted) child.kill("SIGKILL"); // it was stopped while it was being started
    } finally {
      closeSync(log);
    }
  }

  /** Whether it came to serve; the reason why not otherwise. */
  async function becomeReady({ service, exited }: Kept): Promise<true | string> {
    let end: string | undefined;
    void exited.then((reason) => {
      end = reason;
    });
    const { readyMs = READY_MS } = service;
    for (const deadline = Date.now() + readyMs; Date.now() < deadline; ) {
      if (end !== undefined) return `it ended with ${end}`;
      if (await service.isReady().catch(() => false)) return true;
      await sleep(POLL_MS);
    }
    return `it did not answer within ${readyMs / 1_000} s`;
  }

  async function end({ service, child, exited }: Kept): Promise<void> {
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      child.kill(service.stopSignal ?? "SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), service.stopMs ?? STOP_MS);
      await exited;
      clearTimeout(timer);
    }
    forgetProcess(pids, service.name);
  }

  /** Why it ended by itself; nothing if somebody stopped it, or has started it anew meanwhile. */
  async function endOf(one: Kept): Promise<string | undefined> {
    const { child } = one;
    const since = Date.now();
    const reason = await one.exited;
    if (!one.wanted || one.child !== child) return undefined;
    if (Date.now() - since > STEADY_MS) one.ends = 0;
    return reason;
  }

  /** Starts it again after a pause. Whether it is to be kept further. */
  async function revive(one: Kept, reason: string): Promise<boolean> {
    const { service } = one;
    const pause = pauses[one.ends++];
    if (pause === undefined) {
      onState?.(service, "given up");
      giveUp(`${service.name}: ended too often (${reason}), and is left off. Its log is ${logOf(service)}.`);
      return false;
    }
    onState?.(service, "restarting");
    say(`${service.name}: ended by itself (${reason}), starting it again.`);
    const { child } = one;
    await sleep(pause);
    // Somebody stopped it, or has started it anew, in the meantime.
    if (!one.wanted || one.child !== child) return false;
    await launch(one);
    const ready = await becomeReady(one);
    if (ready !== true)
      one.child?.kill("SIGKILL"); // its end is noticed like any other
    else if (one.wanted) {
      onState?.(service, "running");
      say(`${service.name}: back.`);
    }
    return one.wanted;
  }

  /** Runs for as long as the service is wanted. */
  async function keep(one: Kept): Promise<void> {
    for (let kept = true; kept; ) {
      const reason = await endOf(one);
      kept = reason !== undefined && (await revive(one, reason));
    }
  }

  async function open(one: Kept): Promise<void> {
    const { service } = one;
    onState?.(service, "starting");
    await launch(one);
    const ready = await becomeReady(one);
    if (ready !== true) {
      one.wanted = false;
      await end(one);
      throw new LocalFailure(
        `${service.name}: did not start, because ${ready}.${lastLine(logOf(service))} Its log is ${logOf(service)}.`,
      );
    }
    onState?.(service, "running");
    void keep(one).catch((error) => giveUp(`${service.name}: could not be started again: ${error}.`));
  }

  return {
    givenUp,
    async start(service) {
      if (stopping) throw new LocalFailure("The network is being stopped.");
      const one: Kept = { service, child: undefined, exited: Promise.resolve(""), wanted: true, ends: 0 };
      kept.push(one);
      await open(one);
    },
    async restart(name, between) {
      const one = kept.find(({ service }) => service.name === name);
      if (one === undefined || stopping) return;
      one.wanted = false;
      await end(one);
      await between?.();
      if (stopping) return;
      one.wanted = true;
      one.ends = 0;
      await open(one);
    },
    pid: (name) => kept.find(({ service }) => service.name === name)?.child?.pid,
    stop() {
      stopping ??= (async () => {
        for (const one of kept) one.wanted = false;
        for (const one of kept.toReversed()) {
          await end(one);
          onState?.(one.service, "stopped");
        }
      })();
      return stopping;
    },
  };
}

/** Where the processes of a network are noted. */
export const pidsOf = (folder: string): string => path.join(folder, "pids");

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  const { size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return openSync(file, size > LOG_LIMIT ? "w" : "a");
}

/** The last thing that a process said, as a sentence's end. */
function lastLine(file: string): string {
  const line = readFileSync(file, "utf8").trim().split("\n").at(-1);
  return line ? ` It said: ${line.slice(0, 300)}` : "";
}
