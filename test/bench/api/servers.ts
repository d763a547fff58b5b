import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { answersWell } from "../../../scripts/local/answersWell.ts";
import { freePorts } from "../../../scripts/local/ports.ts";
import { SCHEMA } from "../index/ponder.ts";

const MAIN = fileURLToPath(new URL("../../../api/src/main.ts", import.meta.url));
const PONDER = fileURLToPath(new URL("../../../node_modules/.bin/ponder", import.meta.url));
const PONDER_APP = fileURLToPath(new URL("./ponder", import.meta.url));
const ONE_GRAPHQL = new URL("./ponder/oneGraphql.mjs", import.meta.url).href;

/** The processor that the server has for itself; the database and whoever asks have the others. */
const SERVERS_CPU = 0;

export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly networkFile: string;
  readonly folder: string;
}

/** @param keepsAnswers Whether it may answer from memory what was asked before of the same block. */
export const serveAzora = (options: ServerOptions, keepsAnswers: boolean): Promise<Server> =>
  launch("api", options, "/v1/head", (port) => ({
    args: [MAIN],
    env: { PORT: String(port), INDEX_SCHEMA: SCHEMA, ...(!keepsAnswers && { AZORA_ANSWERS: "0" }) },
  }));

/** Ponder's own GraphQL over the same tables. */
export const servePonder = (options: ServerOptions): Promise<Server> =>
  launch("ponder", options, "/ready", (port) => ({
    args: [
      "--import",
      ONE_GRAPHQL,
      PONDER,
      "serve",
      "--schema",
      SCHEMA,
      "--hostname",
      "127.0.0.1",
      "--port",
      String(port),
    ],
    cwd: PONDER_APP,
    env: { PONDER_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
  }));

interface Command {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: Record<string, string>;
}

export async function launch(
  name: string,
  { databaseUrl, networkFile, folder }: ServerOptions,
  probe: string,
  commandOf: (port: number) => Command,
): Promise<Server> {
  const { api: port } = await freePorts();
  const { args, cwd, env } = commandOf(port);
  const log = openSync(path.join(folder, `${name}.log`), "w");
  const child = spawn(process.execPath, args, {
    ...(cwd !== undefined && { cwd }),
    stdio: ["ignore", log, log],
    env: {
      ...process.env,
      NODE_ENV: "production",
      AZORA_NETWORK: networkFile,
      DATABASE_URL: databaseUrl,
      ...env,
    },
  });
  closeSync(log);
  const stop = () => end(child);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) break;
    if (await answersWell(url + probe).catch(() => false)) {
      if (child.pid !== undefined) pin(child.pid, [SERVERS_CPU]);
      return { url, stop };
    }
    await sleep(100);
  }
  await stop();
  throw new Error(`${name} does not serve: see ${folder}/${name}.log.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL"); // nothing of it is to be kept
  await once(child, "exit");
}

/** Keeps all threads of a process, and those that it starts from now on, on these processors. */
function pin(pid: number, processors: readonly number[]): void {
  execFileSync("taskset", ["-a", "-p", "-c", processors.join(","), String(pid)], { stdio: "ignore" });
}

/** Leaves the server's processor to it. */
export function pinOthers(pids: readonly number[]): void {
  const others = os
    .cpus()
    .map((_, index) => index)
    .filter((index) => index !== SERVERS_CPU);
  for (const pid of pids) pin(pid, others);
}
