import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { LocalFailure } from "./failure.ts";
import { createSupervisor, type Service, type Supervisor } from "./supervisor.ts";

describe("supervisor", () => {
  let folder: string;
  let supervisor: Supervisor;
  let said: string[];
  let states: string[];

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-supervisor-"));
    said = [];
    states = [];
    supervisor = createSupervisor({
      folder,
      say: (line) => said.push(line),
      onState: ({ name }, state) => states.push(`${name} ${state}`),
      pauses: [100, 100, 100],
    });
  });
  afterEach(async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A process that makes a file once it serves, and one on the way out. */
  function service(name: string, script: string, more: Partial<Service> = {}): Service {
    const file = path.join(folder, `${name}.ready`);
    return {
      name,
      launch: (log) =>
        spawn(process.execPath, ["-e", script, file], { stdio: ["ignore", log, log], detached: true }),
      isReady: async () => existsSync(file),
      ...more,
    };
  }
  const SERVE = `
    const fs = require("node:fs");
    fs.appendFileSync(process.argv[1], "up\\n");
    process.on("SIGTERM", () => { fs.appendFileSync(process.argv[1], "down " + Date.now() + "\\n"); process.exit(0); });
    setInterval(() => undefined, 1000);
  `;
  const timesUp = (name: string) =>
    readFileSync(path.join(folder, `${name}.ready`), "utf8").split("up\n").length - 1;
  async function until(condition: () => boolean): Promise<void> {
    for (const deadline = Date.now() + 10_000; !condition(); await sleep(20)) {
      if (Date.now() > deadline) throw new Error(`It did not happen. Said: ${said.join(" ")}`);
    }
  }

  it("waits until a service serves, and stops all in the opposite order", async () => {
    await supervisor.start(service("first", SERVE));
    await supervisor.start(service("second", SERVE));
    await supervisor.stop();
    const downAt = (name: string) =>
      Number(/down (\d+)/.exec(readFileSync(path.join(folder, `${name}.ready`), "utf8"))?.[1]);
    expect(downAt("second")).to.be.at.most(downAt("first"));
    expect(states).to.deep.equal([
      "first starting",
      "first running",
      "second starting",
      "second running",
      "second stopped",
      "first stopped",
    ]);
    expect(said).to.deep.equal([]);
  });

  it("starts a killed service again, and says both", async () => {
    await supervisor.start(service("keeper", SERVE));
    process.kill(supervisor.pid("keeper") ?? 0, "SIGKILL");
    await until(() => said.length === 2 && timesUp("keeper") === 2);
    expect(said).to.deep.equal(["keeper: ended by itself (SIGKILL), starting it again.", "keeper: back."]);
  });

  it("starts a service anew on demand, with something done in between, and counts that as no end", async () => {
    await supervisor.start(service("index", SERVE));
    let meanwhile: number | undefined;
    await supervisor.restart("index", async () => {
      meanwhile = timesUp("index");
    });
    expect(meanwhile).to.equal(1);
    await until(() => timesUp("index") === 2);
    expect(said).to.deep.equal([]);
    process.kill(supervisor.pid("index") ?? 0, "SIGKILL");
    await until(() => timesUp("index") === 3);
  });

  it("leaves nothing behind when it is stopped while it starts a service anew", async () => {
    await supervisor.start(service("index", SERVE));
    await until(() => timesUp("index") === 1);
    const { promise: between, resolve: goOn } = Promise.withResolvers<void>();
    const restarted = supervisor.restart("index", () => between);
    await until(() => readFileSync(path.join(folder, "index.ready"), "utf8").includes("down"));
    const stopped = supervisor.stop();
    goOn();
    await Promise.all([restarted, stopped]);
    await sleep(300);
    expect(timesUp("index")).to.equal(1);
  });

  it("starts a service once that is started anew while it waits to be started again", async () => {
    await supervisor.start(service("index", SERVE));
    await until(() => timesUp("index") === 1);
    process.kill(supervisor.pid("index") ?? 0, "SIGKILL");
    await until(() => states.includes("index restarting"));
    await supervisor.restart("index");
    await sleep(500);
    expect(timesUp("index")).to.equal(2);
  });

  it("refuses with the reason, the last words and the log if a service does not come up", async () => {
    const failure = await supervisor
      .start(service("api", "console.error('no database'); process.exit(3)"))
      .catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(LocalFailure);
    expect(String(failure)).to.match(
      /^LocalFailure: api: did not start, because it ended with code 3\. It said: no database Its log is/,
    );
  });

  it("refuses a service that stays silent, and leaves no process behind", async () => {
    const silent = service("web", "setInterval(() => undefined, 1000)", { readyMs: 300 });
    const failure = await supervisor.start(silent).catch((error: unknown) => error);
    expect(String(failure)).to.include("did not answer within 0.3 s");
    expect(() => process.kill(supervisor.pid("web") ?? 0, 0)).to.throw();
  });

  it("kills what does not stop in time", async () => {
    const stubborn = `require("node:fs").writeFileSync(process.argv[1], "up"); process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000)`;
    await supervisor.start(service("judges", stubborn, { stopMs: 200 }));
    const pid = supervisor.pid("judges") ?? 0;
    await supervisor.stop();
    expect(() => process.kill(pid, 0)).to.throw();
  });

  it("gives up with a sentence once a service ends again and again", async () => {
    writeFileSync(path.join(folder, "web.ready"), "");
    await supervisor.start(service("web", "setTimeout(() => process.exit(1), 150)"));
    const verdict = await supervisor.givenUp;
    expect(verdict).to.match(/^web: ended too often \(code 1\), and is left off\. Its log is/);
    expect(states.at(-1)).to.equal("web given up");
  });
});
