import { spawn } from "node:child_process";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";

const RUNNER = path.resolve("scripts/test.ts");

describe("npm test", () => {
  let project: string;

  beforeEach(() => {
    project = fs.mkdtempSync(path.join(os.tmpdir(), "azora-npm-test-"));
    fs.mkdirSync(path.join(project, "test/system"), { recursive: true });
  });

  afterEach(() => {
    fs.rmSync(project, { recursive: true, force: true });
  });

  it("sums exact figures on its last line", async () => {
    write("a", 'describe("a", () => { it("one", () => {}); it("two", () => {}); it("three"); });');
    write("b", 'it("four: 9 passed, 9 failed", () => {});');
    const { last, code } = await run(["--only", "system"]);
    expect({ last, code }).to.deep.equal({ last: "3 passed, 0 failed, 1 skipped", code: 0 });
  });

  it("fails when a test or a hook fails", async () => {
    write("a", 'it("one", () => {}); it("two", () => { throw new Error("no"); });');
    write(
      "b",
      'describe("b", () => { before(() => { throw new Error("no"); }); it("never runs", () => {}); });',
    );
    const { out, last, code } = await run(["--only", "system"]);
    expect({ last, code }).to.deep.equal({ last: "1 passed, 2 failed", code: 1 });
    const end = out.slice(out.lastIndexOf("=== system"));
    expect(end, "names what failed, at the end").to.match(
      /^failed: system: two\n {2}Error: no\n {6}at .*a\.test\.ts/m,
    );
    expect(end).to.match(/^failed: system: b "before all" hook for "never runs"\n {2}Error: no\n/m);
  });

  it("names fifty failures, and says how many more there are", async () => {
    const message = 'Array(40).fill("It is wrong.").join("\\n")';
    write("a", `for (let i = 0; i < 53; i += 1) it("test " + i, () => { throw new Error(${message}); });`);
    const { out, last, code } = await run(["--only", "system"]);
    expect({ last, code }).to.deep.equal({ last: "0 passed, 53 failed", code: 1 });
    const end = out.slice(out.lastIndexOf("=== system"));
    expect(end.match(/^failed: system: test \d+$/gm)).to.have.length(50);
    expect(end).to.match(/^failed: and 3 more, named above$/m);
    expect(end, "what each ends with").to.match(/^ {2}…\n( {2}.*\n){10}\nfailed: /m);
  });

  it("fails when a suite has no test", async () => {
    const none = await run(["--only", "system"]);
    expect(none.out).to.match(/problem: system: no test file matches/);
    expect(none).to.include({ last: "0 passed, 0 failed", code: 1 });
    write("a", "export const nothing = 0;");
    const empty = await run(["--only", "system"]);
    expect(empty.out).to.match(/problem: system: ran zero tests/);
    expect(empty).to.include({ last: "0 passed, 0 failed", code: 1 });
  });

  it("fails when a test file cannot be loaded", async () => {
    write("a", 'it("one", () => {}); throw new Error("while loading");');
    const { out, code } = await run(["--only", "system"]);
    expect(out).to.match(/problem: system: ended with exit code 1 before its tests were done/);
    expect(code).to.equal(1);
  });

  it("says what a skipped test needs, and lets nothing be skipped in CI", async () => {
    write("a", 'it("one", () => {}); it("two", function () { this.needs(false, "install a horse"); });');
    const here = await run(["--only", "system"]);
    expect(here.out).to.match(/^skipped: two: install a horse$/m);
    expect(here).to.include({ last: "1 passed, 0 failed, 1 skipped", code: 0 });
    const inHook =
      'describe("rides", () => { before(function () { this.needs(false, "install a horse"); }); it("one", () => {}); });';
    write("b", inHook);
    expect((await run(["--only", "system"])).out).to.match(/^skipped: rides one: install a horse$/m);
    write("b", "");
    expect(await run(["--only", "system"], { CI: "true" })).to.include({
      last: "1 passed, 1 failed",
      code: 1,
    });
    write("a", 'it("one", () => {}); it("two");');
    const pending = await run(["--only", "system"], { CI: "true" });
    expect(pending.out).to.match(/problem: CI=true leaves nothing out/);
    expect(pending.code).to.equal(1);
  });

  it("runs the tests that match --grep", async () => {
    write("a", 'it("apple", () => {}); it("pear", () => {});');
    expect(await run(["--only", "system", "--grep", "^pe"])).to.include({
      last: "1 passed, 0 failed",
      code: 0,
    });
  });

  it("names the suites when it does not know one", async () => {
    const { out, code } = await run(["--only", "sistem"]);
    expect(out).to.equal(
      'npm test: There is no suite "sistem". Suites: modules, contracts, properties, adversaries, gas, system, browser.\n',
    );
    expect(code).to.equal(2);
  });

  function write(name: string, text: string): void {
    fs.writeFileSync(path.join(project, `test/system/${name}.test.ts`), text);
  }

  function run(
    args: string[],
    env: { CI?: string } = {},
  ): Promise<{ out: string; last: string; code: number | null }> {
    const { CI: _, ...rest } = process.env;
    const child = spawn(process.execPath, [RUNNER, ...args], { cwd: project, env: { ...rest, ...env } });
    let out = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        out += text;
      });
    }
    return new Promise((resolve) => {
      child.once("close", (code) => resolve({ out, last: out.trimEnd().split("\n").at(-1) ?? "", code }));
    });
  }
});
