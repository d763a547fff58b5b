import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { type Run, run } from "../support/run.ts";

/** Every process of the network, from the ones that act to the ones that all others stand on. */
const SERVICES = ["keeper", "judges", "attestor", "web", "api", "indexer", "database", "chain"] as const;
const UP_MS = 360_000;
const BACK_MS = 120_000;
/** Four times what it takes on two quiet cores. */
const LIMIT_MS = 1_000_000;

describe("npm run demo, while each of its processes is killed in turn", () => {
  let room: string;
  let demo: Run;

  beforeEach(() => {
    room = mkdtempSync(path.join(os.tmpdir(), "azora-kill-"));
    chmodSync(room, 0o711); // PostgreSQL may have to run as another user
  });
  afterEach(async () => {
    demo.child.kill("SIGTERM");
    await demo.ended.catch(() => undefined); // the test has said it
    rmSync(room, { recursive: true, force: true });
  });

  function pidOf(name: string): number {
    const folder = readdirSync(room).find((entry) => entry.startsWith("azora-demo-")) ?? "";
    return JSON.parse(readFileSync(path.join(room, folder, "pids", `${name}.json`), "utf8")).pid;
  }

  it("ends right all the same", async function () {
    this.timeout(LIMIT_MS + 180_000);
    demo = run("scripts/demo.ts", [], { env: { TMPDIR: room }, limitMs: LIMIT_MS });
    await demo.says("web       running", UP_MS);
    for (const name of SERVICES) {
      process.kill(pidOf(name), "SIGKILL");
      await demo.says(`${name}: ended by itself (SIGKILL), starting it again.`, BACK_MS);
      await demo.says(`${name}: back.`, BACK_MS);
    }
    const { code, stdout, stderr } = await demo.ended;
    expect(code, stderr).to.equal(0);
    const figures = JSON.parse(stdout);
    // All but the work that the demo has a critic flag, which is rejected.
    expect(figures.settled).to.equal(figures.contributions - 1);
    expect(figures.ledgerVerified).to.equal(true);
    expect(figures.indexAgrees).to.equal(true);
    expect(readdirSync(room)).to.deep.equal([]);
  });
});
