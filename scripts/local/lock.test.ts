import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { LocalFailure } from "./failure.ts";
import { holdFolder } from "./lock.ts";

describe("holdFolder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-lock-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}.pid`, { force: true });
  });

  it("lets nobody else in until it is released", () => {
    const release = holdFolder(folder);
    expect(() => holdFolder(folder)).to.throw(LocalFailure, `as process ${process.pid}`);
    release();
    expect(existsSync(`${folder}.pid`)).to.equal(false);
    holdFolder(folder)();
  });

  it("passes over a holder that is gone", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(`${folder}.pid`, String(pid));
    holdFolder(folder)();
  });
});
