import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { filesOf } from "../../scripts/local/deploy.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { openSession } from "../../scripts/local/session.ts";

describe("a local network whose chain was killed before it had kept its deployment", function () {
  this.timeout(300_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-lost-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts it and stops it, and gives how many judges sit. */
  async function seats(): Promise<number> {
    const session = await openSession({
      folder,
      ports: await freePorts(),
      floors: "chain",
      say: () => undefined,
    });
    try {
      return (await session.follower.refresh()).seats.size;
    } finally {
      await session.stop();
    }
  }

  it("is deployed anew", async () => {
    expect(await seats()).to.equal(30);
    const { chain } = filesOf(folder);
    for (const file of readdirSync(chain)) rmSync(path.join(chain, file));
    expect(await seats()).to.equal(30);
  });
});
