import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Auditor, createPool } from "@azora/api/auditor";
import { readLogs } from "@azora/sdk";
import { expect } from "chai";
import { isHex } from "viem";
import { connections, localDatabase } from "../../scripts/local/database.ts";
import { filesOf } from "../../scripts/local/deploy.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { openSession, removeNetwork, type Session } from "../../scripts/local/session.ts";
import { randomOf } from "../support/lockstep/random.ts";
import { SEED } from "../support/seed.ts";
import { Canon } from "../support/turmoil/Canon.ts";
import { Health } from "../support/turmoil/Health.ts";
import { Listener } from "../support/turmoil/Listener.ts";
import { Load } from "../support/turmoil/Load.ts";
import { Reader } from "../support/turmoil/Reader.ts";
import { Redeployment } from "../support/turmoil/Redeployment.ts";

/** Of what is chosen; when each process gets to it is not. */
const EVERYTHING = Number.POSITIVE_INFINITY;
/** Reorganisations that the indexer undoes, and how deep they are. */
const SHORT = 10;
const DEPTHS = [1, 2, 3, 5, 8, 13, 20, 29] as const;
/** More blocks than it can undo: it lets go of them 30 at a time, once it has twice as many. */
const TOO_DEEP = 70;
/** For how long the index may be on blocks that are no more before the auditor speaks, and how exact such times are. */
const PATIENCE_MS = 10_000;
const SOON_MS = 5_000;
/** How much longer it may take on a machine that is busy besides until its answers are marked. */
const LATE_MS = 20_000;
const DONE_MS = 180_000;
const DEAD_FORK = /^block (\d+) is (0x[0-9a-f]{64}) here and \w+ on the chain$/;
/** The schema of the build that is deployed beside the first one. */
const OTHER = "azora_cafe0001_0";

describe("the read side in turmoil", function () {
  this.timeout(900_000);
  const random = randomOf(SEED, 0);
  let folder: string;
  let session: Session;
  let said: string[];
  let urls: Awaited<ReturnType<typeof connections>>;
  let pool: ReturnType<typeof createPool>;
  let canon: Canon;
  let load: Load;
  let reader: Reader;
  let health: Health;
  let listeners: Listener[];
  let other: Redeployment | undefined;

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-turmoil-"));
    chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
    const ports = await freePorts();
    said = [];
    const say = (line: string) => said.push(line);
    session = await openSession({ folder, ports, floors: "api", say });
    const { client, network, apiUrl } = session;
    const { adminUrl } = localDatabase({ folder: path.join(folder, "database"), port: ports.database, say });
    urls = await connections(adminUrl, folder);
    pool = createPool(urls.api, { index: "azora", api: "azora_api" });
    canon = new Canon(client, network.rpcUrl);
    load = new Load(session, canon, random);
    reader = new Reader(session, canon);
    health = new Health(apiUrl);
    listeners = [new Listener(apiUrl), new Listener(apiUrl, randomOf(SEED, 1))];
    for (const each of [load, reader, health, ...listeners]) each.start();
    await sleep(3_000);
  });

  after(async () => {
    for (const each of [load, reader, health, ...(listeners ?? [])]) await each?.stop();
    await other?.kill();
    await pool?.end();
    await session?.stop();
    removeNetwork(folder);
  });

  const reorganise = (depth: number) => {
    const transactions = Array.from({ length: 1 + random.below(4) }, (_, i) =>
      load.small(`fork ${canon.reorganisations} ${i}`),
    );
    return canon.reorganise(depth, transactions);
  };

  async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
    for (const deadline = Date.now() + DONE_MS; !(await isSo()); await sleep(50))
      if (Date.now() > deadline)
        throw new Error(`It was waited in vain for ${what}. Said: ${said.join("\n")}`);
  }

  /** Until the index is where the chain is. */
  async function caughtUp(): Promise<void> {
    const number = await session.client.getBlockNumber({ cacheTime: 0 });
    const route = `${session.apiUrl}/v1/head?minBlock=${number}`;
    await until(async () => (await fetch(route)).ok, `block ${number} to be indexed`);
  }

  /** Of which index the API reads. */
  async function schemaOfViews(): Promise<string | undefined> {
    const { rows } = await pool.query(
      "SELECT definition FROM pg_views WHERE schemaname = 'azora' AND viewname = 'block'",
    );
    return /azora_[0-9a-f]{8}_\d+/.exec(rows[0]?.definition)?.[0];
  }

  /**
   * Nobody was told anything wrong since this was asked last: readiness was red only of a block that had long been no more,
   * and answers that held at one were marked.
   * @return How often it was red
   */
  async function expectTruth(): Promise<number> {
    const seed = `with seed ${SEED}`;
    expect(reader.problems, seed).to.deep.equal([]);
    expect(health.problems, seed).to.deep.equal([]);
    const red = health.take().filter(({ isReady }) => !isReady);
    for (const { at, reasons } of red)
      for (const reason of reasons) {
        const [, number, hash] = DEAD_FORK.exec(reason) ?? [];
        if (!isHex(hash)) throw new Error(`It found that ${reason}, ${seed}.`);
        const since = await canon.sinceLeft(Number(number), hash, at);
        expect(since, `${reason}, ${seed}`).to.be.at.least(PATIENCE_MS - SOON_MS);
      }
    if (red.length === 0) expect(reader.takeMarked(), seed).to.equal(0);
    expect(reader.takeLateMs(), seed).to.be.below(PATIENCE_MS + LATE_MS);
    return red.length;
  }

  it("follows short reorganisations, and nobody finds anything wrong", async () => {
    for (let i = 0; i < SHORT; i += 1) {
      await reorganise(random.pick(DEPTHS));
      await sleep(200 + random.below(1_200));
    }
    await caughtUp();
    await expectTruth();
    expect(listeners.map(({ resets }) => resets)).to.deep.equal([0, 0]);
    for (const { voids } of listeners) expect(voids).to.be.at.least(2);
  });

  it("says that it follows a dead fork after a deep one, and is built anew though it is killed meanwhile", async () => {
    await canon.mine(TOO_DEEP);
    await caughtUp();
    await expectTruth();
    await reorganise(TOO_DEEP);
    const before = session.supervisor.pid("indexer");
    let sawFork = false;
    await until(async () => {
      sawFork ||= (await health.now()).fresh === "forked";
      return session.supervisor.pid("indexer") !== before;
    }, "the indexer to be started again");
    await sleep(500 + random.below(3_000));
    process.kill(session.supervisor.pid("indexer") ?? 0, "SIGKILL");
    await until(() => said.includes("The index was built anew."), "the index to be built anew");
    await caughtUp();
    await until(async () => (await health.now()).isReady, "the API to be ready");
    expect(sawFork, `with seed ${SEED}`).to.equal(true);
    expect(reader.takeMarked(), `with seed ${SEED}`).to.be.at.least(1);
    expect(await expectTruth()).to.be.at.least(1);
  });

  it("serves the old build until another one has caught up, whichever is killed", async () => {
    other = new Redeployment({
      folder,
      networkFile: filesOf(folder).network,
      url: urls.indexer,
      port: (await freePorts()).indexer,
      schema: OTHER,
      headFrom: Number(await session.client.getBlockNumber({ cacheTime: 0 })),
    });
    other.launch();
    for (let isReady = false; !isReady; isReady = await other.isReady) {
      await reorganise(random.pick(DEPTHS.slice(0, 5)));
      await sleep(1_000 + random.below(1_500));
    }
    expect(await schemaOfViews()).to.equal(OTHER);
    await caughtUp();
    await other.kill();
    other.launch();
    await other.ready();
    await reorganise(random.pick(DEPTHS.slice(0, 5)));
    await caughtUp();
    expect(await schemaOfViews()).to.equal(OTHER);
    await expectTruth();
  });

  it("has lost and doubled nothing in the end: not in a table, not on a stream", async () => {
    await load.stop();
    await caughtUp();
    const { client, network } = session;
    await reader.stop();
    const auditor = new Auditor({ chain: client, deployment: network.deployment, pool, patienceMs: 0 });
    await auditor.pass(EVERYTHING);
    expect(auditor.findings).to.deep.equal([]);
    const logs = await readLogs(
      client,
      network.deployment,
      0n,
      await client.getBlockNumber({ cacheTime: 0 }),
    );
    const places = logs.map(({ blockNumber, logIndex }) => `${blockNumber}.${logIndex}`);
    for (const listener of listeners) {
      await until(() => listener.places.at(-1) === places.at(-1), "streams to tell of the last event");
      expect(listener.places).to.deep.equal(places.filter((place) => isBefore(listener.since, place)));
      expect(listener.places.length).to.be.at.least(100);
    }
    expect(listeners[1]?.resumed).to.be.at.least(10);
    expect(load.sent).to.be.at.least(300);
    expect(reader.answers).to.be.at.least(500);
    expect(reader.confirmed).to.be.at.least(50);
  });
});

function isBefore(one: string | undefined, other: string): boolean {
  const [block = 0, logIndex = 0] = one?.split(".").map(Number) ?? [];
  const [otherBlock = 0, otherIndex = 0] = other.split(".").map(Number);
  return block < otherBlock || (block === otherBlock && logIndex < otherIndex);
}
