import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { DEFAULT_SEED, generated, ownHistory } from "./history.ts";

describe("ownHistory", () => {
  let folder: string;
  let said: string[];

  const git = (...args: string[]) => {
    const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
    execFileSync("git", ["-C", folder, ...who, ...args], {
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-history-"));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("reads the repository's own history and says nothing", async () => {
    git("init", "--quiet");
    writeFileSync(path.join(folder, "a.ts"), "export const a = 1;\n");
    git("add", ".");
    git("commit", "--quiet", "-m", "Added a");
    const { history, name } = await ownHistory(folder, (line) => said.push(line));
    expect(name).to.equal("this repository's history");
    expect(history.groups).to.have.length(1);
    expect(said).to.deep.equal([]);
  });

  it("uses the generated history in a folder without git, and says why", async () => {
    const { history } = await ownHistory(folder, (line) => said.push(line));
    expect(history).to.deep.equal(generated(DEFAULT_SEED).history);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/not.*repository.*generated history/s);
  });

  it("does not take the history of a repository around it for its own", async () => {
    git("init", "--quiet");
    git("commit", "--quiet", "--allow-empty", "-m", "Something else");
    const inner = path.join(folder, "unpacked");
    mkdirSync(inner);
    const { name } = await ownHistory(inner, (line) => said.push(line));
    expect(name).to.equal(generated(DEFAULT_SEED).name);
    expect(said).to.have.length(1);
  });
});
