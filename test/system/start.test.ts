import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { freePorts, portsFrom, requireFree } from "../../scripts/local/ports.ts";
import { type Run, run } from "../support/run.ts";

const PAID = "The network stays up";
/** A round of judging takes some seconds, and this repository's history grows; a busy machine builds the web app meanwhile. */
const START_MS = 480_000;

describe("npm start", () => {
  let home: string;
  let base: string;
  const runs: Run[] = [];

  /** The script keeps its network in a folder of its own here. */
  const start = (...args: string[]) => {
    const started = run("scripts/start.ts", ["--port-base", base, ...args], { env: { AZORA_HOME: home } });
    runs.push(started);
    return started;
  };

  beforeEach(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), "azora-start-"));
    base = String((await freePorts()).chain);
  });

  afterEach(async () => {
    for (const { child, ended } of runs.splice(0)) {
      child.kill("SIGTERM");
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  });

  it("imports, pays, stops on Ctrl-C without leaving a process, and goes on where it was", async function () {
    this.timeout(2 * START_MS);
    const first = start();
    await first.says(PAID, START_MS);
    expect(first.output()).to.match(/AZR minted for \d+ contributions/);
    expect(first.output()).to.match(/Linked an identity to 0x/);
    const minted = /[\d.,]+ AZR minted for \d+ contributions/.exec(first.output())?.[0];
    first.child.kill("SIGINT");
    expect((await first.ended).code).to.equal(0);
    expect(processesOf(home)).to.deep.equal([]);
    await requireFree(portsFrom(Number(base)));

    const second = start();
    await second.says(PAID, START_MS);
    expect(second.output()).to.include("goes on");
    expect(second.output()).to.include("0 of them new");
    expect(second.output()).to.include(minted);
    second.child.kill("SIGINT");
    expect((await second.ended).code).to.equal(0);
  });

  it("stops in the middle of the import and finishes it the next time", async function () {
    this.timeout(2 * START_MS);
    const first = start();
    await first.says("Importing", START_MS);
    first.child.kill("SIGINT");
    expect((await first.ended).code).to.equal(130);
    expect(processesOf(home)).to.deep.equal([]);
    const second = start();
    await second.says(PAID, START_MS);
    second.child.kill("SIGINT");
    expect((await second.ended).code).to.equal(0);
  });

  it("names a port that is taken and says what to do", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(Number(base), "127.0.0.1", resolve));
    const { code, stderr } = await start().ended;
    server.close();
    expect(code).to.equal(1);
    expect(stderr).to.match(/^Port \d+, which the chain needs, is taken\..*--port-base/);
    expect(stderr).not.to.include("    at ");
  });

  for (const [args, sentence] of [
    [["--port-base", "80"], "The port base must be a whole number from 1024"],
    [["--unknown"], "--unknown"],
  ] as const) {
    it(`refuses ${args.join(" ")} with a sentence`, async () => {
      const { code, stderr } = await run("scripts/start.ts", args, { env: { AZORA_HOME: home } }).ended;
      expect(code).to.equal(2);
      expect(stderr).to.include(sentence);
      expect(stderr).not.to.include("    at ");
    });
  }
});

/** Processes whose command line names a folder. */
function processesOf(folder: string): string[] {
  return commandLines().filter((line) => line.includes(folder));
}

/** Small systems have no `ps`. */
function commandLines(): string[] {
  if (process.platform !== "linux")
    return execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n");
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      } catch {
        return ""; // it has ended meanwhile
      }
    });
}
