import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { block, event } from "@azora/indexer/schema";
import { writeNetwork } from "@azora/sdk/files";
import { expect } from "chai";
import { useApi } from "../testing/api.ts";
import { deployment, work } from "../testing/names.ts";
import { blockRow, eventRow } from "../testing/rows.ts";
import { HEAD } from "../testing/world.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** As many as a test has time for; `AZORA_LOAD` asks for more. */
const STREAMS = Number(process.env.AZORA_LOAD ?? 1_000);
const AT_A_TIME = 100;
const BLOCKS = 20;
const KIB = 1_024;

const percentile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

describe("api: many streams that are idle", function () {
  this.timeout(120_000);
  const api = useApi();
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  let folder: string;
  let gateway: ChildProcess;
  let url: string;
  /** When each block was told to each stream, in milliseconds of this process. */
  const told = new Map<number, number[]>();
  const responses: IncomingMessage[] = [];

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-load-"));
    const file = path.join(folder, "network.json");
    writeNetwork(file, { rpcUrl: "http://127.0.0.1:9", deployment, evidence: path.join(folder, "evidence") });
    gateway = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH, AZORA_NETWORK: file, DATABASE_URL: api().urls.api, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    gateway.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    let port: string | undefined;
    while (port === undefined) {
      await sleep(20);
      port = /"what":"ready".*"port":(\d+)/.exec(output)?.[1];
    }
    url = `http://127.0.0.1:${port}`;
  });
  after(() => {
    for (const response of responses) response.destroy();
    gateway?.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  const open = () =>
    new Promise<void>((resolve, reject) => {
      get(`${url}/v1/events?topic=protocol`, { agent }, (response) => {
        responses.push(response);
        response.once("data", () => resolve());
        response.on("error", () => undefined); // the end of the test
        response.setEncoding("utf8").on("data", note);
      }).on("error", reject);
    });

  function note(text: string): void {
    const number = Number(/"block":\{"number":(\d+)/.exec(text)?.[1] ?? 0);
    if (number === 0) return;
    const times = told.get(number) ?? [];
    times.push(performance.now());
    told.set(number, times);
  }

  /** What the gateway's process has in memory, in KiB. */
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${gateway.pid}/status`, "utf8"))?.[1]);

  it("take little memory each, are told at once, and keep nobody else waiting", async function () {
    this.needs(
      process.platform === "linux",
      "run it on Linux, where /proc tells what a process has in memory",
    );
    await open();
    const before = memory();
    for (let n = 0; n < STREAMS; n += AT_A_TIME) await Promise.all(Array.from({ length: AT_A_TIME }, open));
    const each = (memory() - before) / STREAMS;

    const [first, last, others]: number[][] = [[], [], []];
    for (let number = HEAD + 1; number <= HEAD + BLOCKS; number += 1) {
      const start = performance.now();
      await api().build.transact(async (db) => {
        await db.insert(block).values(blockRow(number));
        await db.insert(event).values(eventRow(number, 0, [work(1)]));
      });
      const asked = performance.now();
      await fetch(`${url}/v1/head`);
      others?.push(performance.now() - asked);
      while ((told.get(number)?.length ?? 0) < responses.length) await sleep(2);
      first?.push((told.get(number)?.at(0) ?? 0) - start);
      last?.push((told.get(number)?.at(-1) ?? 0) - start);
    }
    const said = [first, last, others].map((times = []) => `${percentile(times, 0.5).toFixed(0)} ms`);
    console.log(
      `      ${STREAMS} streams: ${each.toFixed(1)} KiB each (${(before / KIB).toFixed(0)} MiB without); a block reaches the first in ${said[0]}, all in ${said[1]}; a read beside it takes ${said[2]} (medians of ${BLOCKS})`,
    );
    expect(each, "KiB a stream").to.be.below(100);
    expect(percentile(last ?? [], 0.5), "until all are told").to.be.below(2_000);
  });
});
