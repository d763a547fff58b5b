import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { forgetProcess, noteProcess, stopLeftovers } from "./leftover.ts";

describe("stopLeftovers", () => {
  let folder: string;
  let child: ChildProcess;
  const start = (script: string): number => {
    child = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
    if (child.pid === undefined) throw new Error("It did not start.");
    return child.pid;
  };
  const wait = "setInterval(() => undefined, 1000)";

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-leftover-"));
  });
  afterEach(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it("ends the process that was noted, and forgets it", async () => {
    const pid = start(wait);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    noteProcess(folder, "chain", pid);
    expect(await stopLeftovers(folder)).to.deep.equal(["chain"]);
    await ended;
    expect(await stopLeftovers(folder)).to.deep.equal([]);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it("leaves a process alone that has the number by chance", async () => {
    const pid = start(wait);
    writeFileSync(path.join(folder, "chain.json"), JSON.stringify({ pid, started: "some other time" }));
    expect(await stopLeftovers(folder)).to.deep.equal([]);
    expect(child.exitCode).to.equal(null);
  });

  it("passes over a process that has ended, and a note that was half written", async () => {
    const pid = start("");
    noteProcess(folder, "web", pid);
    await new Promise((resolve) => child.once("exit", resolve));
    writeFileSync(path.join(folder, "api.json"), '{"pid":');
    expect(await stopLeftovers(folder)).to.deep.equal([]);
  });

  it("finds nothing where nothing was noted, or where it was forgotten", async () => {
    expect(await stopLeftovers(path.join(folder, "nowhere"))).to.deep.equal([]);
    noteProcess(folder, "chain", start(wait));
    forgetProcess(folder, "chain");
    expect(await stopLeftovers(folder)).to.deep.equal([]);
  });
});
