import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeNetwork } from "@azora/sdk/files";
import { expect } from "chai";
import { useApi } from "./testing/api.ts";
import { deployment } from "./testing/names.ts";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

describe("api: the process", () => {
  const api = useApi();
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  const children: ChildProcess[] = [];

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-api-"));
    const file = path.join(folder, "network.json");
    writeNetwork(file, { rpcUrl: "http://127.0.0.1:9", deployment, evidence: path.join(folder, "evidence") });
    environment = { PATH: process.env.PATH, AZORA_NETWORK: file, DATABASE_URL: api().urls.api, PORT: "0" };
  });
  after(() => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  function run(env: NodeJS.ProcessEnv, ...args: string[]) {
    const child = spawn(process.execPath, args.length > 0 ? args : [MAIN], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    const port = async () => {
      for (;;) {
        const ready = /"what":"ready".*"port":(\d+)/.exec(output);
        if (ready) return Number(ready[1]);
        if (child.exitCode !== null) throw new Error(`It ended: ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    return { child, output: () => output, port, closed: once(child, "close") };
  }

  it("serves, and stops within three seconds although a caller still waits", async () => {
    const { child, port, closed, output } = run(environment);
    const url = `http://127.0.0.1:${await port()}`;
    const network = await (await fetch(`${url}/v1/network`)).json();
    expect(network).to.include({ rpcUrl: "http://127.0.0.1:9", local: true });
    expect((await fetch(`${url}/health/ready`)).status).to.equal(200);
    const waiting = fetch(`${url}/v1/head?minBlock=999999`).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const start = performance.now();
    child.kill("SIGTERM");
    const [code] = await closed;
    await waiting;
    expect(code, output()).to.equal(0);
    expect(performance.now() - start).to.be.below(3_000);
    expect(output()).to.match(/"what":"stopped"|^(?!.*"level":"error")/s);
  });

  it("stops when whoever started it is gone", async () => {
    const starter = `const { spawn } = require("node:child_process");
      spawn(process.execPath, [${JSON.stringify(MAIN)}], { stdio: "inherit", detached: true });
      setInterval(() => {}, 1000);`;
    const { child, port, closed, output } = run(environment, "-e", starter);
    await port();
    child.kill("SIGKILL");
    // Its outputs are closed only when the last who has them is gone.
    await closed;
    expect(output()).to.match(/"what":"stopped"/);
  });

  const FAULTS: [string, NodeJS.ProcessEnv, RegExp][] = [
    ["nothing is set", {}, /^api: The environment does not fit\. AZORA_NETWORK: .*\n$/],
    [
      "there is no network",
      { AZORA_NETWORK: "/nowhere.json" },
      /^api: There is no network file \/nowhere\.json: .*\n$/,
    ],
    [
      "the database is away",
      { DATABASE_URL: "postgres://a@127.0.0.1:9/a" },
      /^api: The database cannot be reached\. .*\n$/,
    ],
  ];
  it("ends with a sentence and code 1 when something is wrong or missing", async () => {
    const endings = FAULTS.map(async ([fault, change, sentence]) => {
      const isNothing = Object.keys(change).length === 0;
      const { closed, output } = run(isNothing ? { PATH: process.env.PATH } : { ...environment, ...change });
      expect((await closed)[0], fault).to.equal(1);
      expect(output(), fault).to.match(sentence);
    });
    await Promise.all(endings);
  });
});
