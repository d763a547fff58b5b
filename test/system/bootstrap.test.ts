import { type ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";

/** Stands in for npm: notes that it was called, then does what the test wrote into npm.mode. */
const NPM = `
  const fs = require("node:fs"), path = require("node:path");
  fs.appendFileSync("npm.calls", "install\\n");
  const mode = fs.readFileSync("npm.mode", "utf8");
  if (mode.startsWith("fail ")) { console.error(mode.slice(5)); process.exit(1); }
  fs.rmSync("node_modules", { recursive: true, force: true });
  fs.mkdirSync("node_modules/node/bin", { recursive: true });
  if (mode === "hang") setInterval(() => {}, 1000);
  else setTimeout(() => {
    fs.mkdirSync("node_modules/hardhat/dist/src", { recursive: true });
    fs.writeFileSync("node_modules/hardhat/dist/src/cli.js", 'for (const output of ["artifacts", "types"]) require("fs").mkdirSync(output, { recursive: true }); require("fs").appendFileSync("hardhat.calls", "build\\\\n");');
    fs.symlinkSync(process.execPath, "node_modules/node/bin/node");
  }, 300);
`;

const SCRIPTS: Record<string, string> = {
  "generate.ts": 'import fs from "node:fs"; fs.mkdirSync("sdk/src/generated", { recursive: true });',
  "say.ts":
    "const args: string[] = process.argv.slice(2); console.log(JSON.stringify(args)); process.exitCode = 7;",
  "signals.ts": `
    process.on("SIGINT", () => console.log("SIGINT"));
    process.on("SIGTERM", () => { console.log("SIGTERM"); process.exit(5); });
    setInterval(() => {}, 1000); console.log("ready " + process.pid);`,
};

describe("bootstrap", () => {
  let project: string;

  beforeEach(() => {
    project = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "azora-bootstrap-")), "a folder's name");
    fs.mkdirSync(path.join(project, "scripts"), { recursive: true });
    fs.cpSync("scripts/bootstrap.mjs", path.join(project, "scripts/bootstrap.mjs"));
    fs.cpSync("scripts/bootstrap", path.join(project, "scripts/bootstrap"), { recursive: true });
    for (const [file, source] of Object.entries(SCRIPTS)) write(`scripts/${file}`, source);
    write(
      "package.json",
      JSON.stringify({ type: "module", devDependencies: { node: process.versions.node } }),
    );
    write("package-lock.json", JSON.stringify({ packages: {} }));
    write("npm/npm-cli.js", NPM);
    write("npm/package.json", "{}");
    write("npm.mode", "work");
  });

  afterEach(() => {
    fs.rmSync(path.dirname(project), { recursive: true, force: true });
  });

  it("installs and compiles once, then hands over arguments, output and exit code", async () => {
    const first = await bootstrap("scripts/say.ts", "two words", "--flag");
    expect(first).to.deep.include({ out: '["two words","--flag"]\n', code: 7 });
    const second = await bootstrap("scripts/say.ts");
    expect(second).to.deep.include({ out: "[]\n", err: "", code: 7 });
    expect(read("npm.calls")).to.equal("install\n");
    expect(read("hardhat.calls")).to.equal("build\n");
  });

  it("installs again when the lock changed, and compiles again when a contract changed or the result is gone", async () => {
    await bootstrap("scripts/say.ts");
    write("package-lock.json", JSON.stringify({ packages: { "": {} } }));
    write("contracts/A.sol", "contract A {}");
    await bootstrap("scripts/say.ts");
    expect(read("npm.calls")).to.equal("install\n".repeat(2));
    expect(read("hardhat.calls")).to.equal("build\n".repeat(2));
    fs.rmSync(path.join(project, "artifacts"), { recursive: true });
    await bootstrap("scripts/say.ts");
    expect(read("hardhat.calls")).to.equal("build\n".repeat(3));
  });

  it("installs again when the packages beside a workspace are gone", async () => {
    write("package-lock.json", JSON.stringify({ packages: { "sdk/node_modules/beside": {} } }));
    fs.mkdirSync(path.join(project, "sdk/node_modules/beside"), { recursive: true });
    await bootstrap("scripts/say.ts");
    await bootstrap("scripts/say.ts");
    expect(read("npm.calls")).to.equal("install\n");
    fs.rmSync(path.join(project, "sdk/node_modules"), { recursive: true });
    await bootstrap("scripts/say.ts");
    expect(read("npm.calls")).to.equal("install\n".repeat(2));
  });

  it("accepts what somebody installed by hand", async () => {
    await bootstrap("--no-generate", "scripts/say.ts");
    const packages = {
      "": {},
      "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
      "node_modules/b": { optional: true, os: ["aix"] },
    };
    write("package-lock.json", JSON.stringify({ packages }));
    write(
      "node_modules/.package-lock.json",
      JSON.stringify({ packages: { "node_modules/a": packages["node_modules/a"] } }),
    );
    await bootstrap("--no-generate", "scripts/say.ts");
    expect(read("npm.calls")).to.equal("install\n");
  });

  it("installs once when two start together", async () => {
    const both = await Promise.all([bootstrap("scripts/say.ts", "a"), bootstrap("scripts/say.ts", "b")]);
    expect(both.map(({ out }) => out)).to.deep.equal(['["a"]\n', '["b"]\n']);
    expect(read("npm.calls")).to.equal("install\n");
  });

  it("recovers from an install that was interrupted, and from one that was killed", async () => {
    write("npm.mode", "hang");
    for (const signal of ["SIGINT", "SIGKILL"] as const) {
      const child = start("scripts/say.ts");
      const calls = fs.existsSync(path.join(project, "npm.calls")) ? read("npm.calls").length : 0;
      await until(() => fs.existsSync(path.join(project, "npm.calls")) && read("npm.calls").length > calls);
      await until(() => JSON.parse(read(".azora/bootstrap.lock")).length === 2);
      const npm: number = JSON.parse(read(".azora/bootstrap.lock"))[1].pid;
      child.kill(signal);
      const { code, err } = await ended(child);
      if (signal === "SIGINT")
        expect({ code, err }).to.deep.equal({
          code: 130,
          err: "azora: Stopped. The next start goes on from here.\n",
        });
      else process.kill(npm, "SIGKILL"); // it outlived its parent, and the lock still knows it
    }
    write("npm.mode", "work");
    expect(await bootstrap("scripts/say.ts", "again")).to.deep.include({ out: '["again"]\n', code: 7 });
  });

  const FAILURES: [string, string, RegExp][] = [
    [
      "no network",
      "npm error code ENOTFOUND\nnpm error network request to https://registry.example/a failed",
      /^azora: The npm registry cannot be reached \(ENOTFOUND\)/,
    ],
    ["no disk", "npm error code ENOSPC", /^azora: The disk is full/],
    ["a read-only folder", "npm error code EROFS", /is read-only/],
    [
      "somebody else's folder",
      "npm error code EACCES\nnpm error path /x/node_modules",
      /npm may not write \/x\/node_modules/,
    ],
    [
      "an unknown failure",
      "npm error code EWHAT\nnpm error something new",
      /npm could not install the packages \(exit code 1\).*something new/s,
    ],
  ];
  for (const [what, output, sentence] of FAILURES) {
    it(`says ${what} in a sentence`, async () => {
      write("npm.mode", `fail ${output}`);
      const { code, err, out } = await bootstrap("scripts/say.ts");
      expect({ code, out }).to.deep.equal({ code: 1, out: "" });
      expect(err)
        .to.match(sentence)
        .and.not.match(/\n\s+at /);
    });
  }

  it("ends with a sentence when its own folder cannot be written", async () => {
    fs.symlinkSync("/dev/fd", path.join(project, ".azora")); // a folder in which nobody can create a file
    const { code, err } = await bootstrap("scripts/say.ts");
    expect(code).to.equal(1);
    expect(err)
      .to.match(/^azora: .*bootstrap\.lock/)
      .and.not.match(/\n\s+at /);
  });

  it("passes a signal on exactly once, and the exit code back", async () => {
    const child = start("--no-generate", "scripts/signals.ts");
    await printed(child, "ready");
    child.kill("SIGINT"); // a terminal sends it to the group, and npm sends it again
    child.kill("SIGINT");
    await sleep(700);
    child.kill("SIGTERM");
    const { code, out } = await ended(child);
    expect(out.replace(/ready \d+/, "ready")).to.equal("ready\nSIGINT\nSIGTERM\n");
    expect(code).to.equal(5);
  });

  it("does not leave the script behind when it is killed itself", async () => {
    const child = start("--no-generate", "scripts/signals.ts");
    const script = Number(/\d+/.exec(await printed(child, "ready"))?.[0]);
    child.kill("SIGKILL");
    await until(() => !isRunning(script));
  });

  it("names a script that is not there", async () => {
    const { code, err } = await bootstrap("--no-generate", "scripts/missing.ts");
    expect({ code, err }).to.deep.equal({
      code: 1,
      err: "azora: There is no scripts/missing.ts in this version of the project.\n",
    });
  });

  function write(file: string, content: string): void {
    fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    fs.writeFileSync(path.join(project, file), content);
  }

  function read(file: string): string {
    return fs.readFileSync(path.join(project, file), "utf8");
  }

  interface Run extends ChildProcess {
    printed?: { out: string; err: string };
  }

  function start(...args: string[]): Run {
    const env = { ...process.env, npm_execpath: path.join(project, "npm/npm-cli.js") };
    const child: Run = spawn(process.execPath, ["scripts/bootstrap.mjs", ...args], { cwd: project, env });
    const text = { out: "", err: "" };
    child.printed = text;
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text.out += chunk;
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      text.err += chunk;
    });
    return child;
  }

  function ended(child: Run): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((resolve) =>
      child.once("close", (code) => resolve({ code, out: "", err: "", ...child.printed })),
    );
  }

  function bootstrap(...args: string[]) {
    return ended(start(...args));
  }

  async function printed(child: Run, text: string): Promise<string> {
    await until(() => child.printed?.out.includes(text) === true);
    return child.printed?.out ?? "";
  }
});

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`still not so after 10 s: ${holds}`);
    await sleep(50);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
