import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { keptState } from "./chainState.ts";

describe("the local chain's state", () => {
  let folder: string;
  let clock = 1_000;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-state-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** As the chain does it, a second after the last time. */
  function write(text: string): void {
    const file = path.join(folder, "state.json");
    writeFileSync(file, text);
    utimesSync(file, clock, clock++);
  }

  it("leaves a whole state, and a chain without one, alone", () => {
    expect(keptState(folder).restore()).to.equal(false);
    write('{"block":1}');
    expect(keptState(folder).restore()).to.equal(false);
    expect(readFileSync(keptState(folder).file, "utf8")).to.equal('{"block":1}');
  });

  it("goes on from the newest copy that is whole", async () => {
    const state = keptState(folder);
    write('{"block":1}');
    await state.backUp();
    write('{"block":2}');
    await state.backUp();
    write('{"blo');
    expect(keptState(folder).restore()).to.equal(true);
    expect(readFileSync(state.file, "utf8")).to.equal('{"block":2}');
  });

  it("goes on from the copy before, if the chain was killed while it was copied too", async () => {
    const state = keptState(folder);
    write('{"block":1}');
    await state.backUp();
    write('{"bl');
    await state.backUp();
    expect(keptState(folder).restore()).to.equal(true);
    expect(readFileSync(state.file, "utf8")).to.equal('{"block":1}');
  });

  it("starts afresh if nothing whole is left", () => {
    write('{"bl');
    expect(keptState(folder).restore()).to.equal(true);
    expect(() => readFileSync(keptState(folder).file)).to.throw("ENOENT");
  });

  it("copies a state that did not change only once", async () => {
    const state = keptState(folder);
    write('{"block":1}');
    await state.backUp();
    await state.backUp();
    expect(() => readFileSync(path.join(folder, "state.older.json"))).to.throw("ENOENT");
  });
});
