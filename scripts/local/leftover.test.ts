import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { noteChain, stopLeftover } from "./leftover.ts";

describe("stopLeftover", () => {
  let folder: string;
  let child: ChildProcess;
  const wait = "setInterval(() => undefined, 1000)";
  const start = (...args: string[]): number => {
    child = spawn(process.execPath, ["-e", wait, ...args], { stdio: "ignore" });
    if (child.pid === undefined) throw new Error("It did not start.");
    return child.pid;
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-leftover-"));
  });
  afterEach(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it("ends the process that was noted and works on the folder", async () => {
    const pid = start(path.join(folder, "state.json"));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    noteChain(folder, pid);
    expect(await stopLeftover(folder)).to.equal(pid);
    await ended;
    expect(await stopLeftover(folder)).to.equal(undefined);
  });

  it("leaves a process alone that has the number by chance", async () => {
    noteChain(folder, start("elsewhere"));
    expect(await stopLeftover(folder)).to.equal(undefined);
    expect(child.exitCode).to.equal(null);
  });

  it("finds nothing where nothing was noted", async () => {
    expect(await stopLeftover(folder)).to.equal(undefined);
  });
});
