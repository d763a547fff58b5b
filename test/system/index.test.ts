import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Auditor, createPool } from "@azora/api/auditor";
import {
  connectWallet,
  enterSeatCall,
  exitSeatCall,
  requireSuccess,
  type TransactionCall,
  transact,
  validatorRegistryAbi,
  withdrawBondCall,
} from "@azora/sdk";
import { practiceJudges } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Account } from "viem";
import { compareIndex } from "../../scripts/local/agreement/index.ts";
import { developmentClient } from "../../scripts/local/chain.ts";
import { connections, localDatabase } from "../../scripts/local/database.ts";
import { generated } from "../../scripts/local/history.ts";
import { importUntilPaid } from "../../scripts/local/importing.ts";
import { payOut } from "../../scripts/local/payout.ts";
import { freePorts, type Ports } from "../../scripts/local/ports.ts";
import { createProgress } from "../../scripts/local/progress.ts";
import { openSession, removeNetwork, type Session } from "../../scripts/local/session.ts";
import { type Postgres, roomForPostgres, startPostgres } from "../../scripts/postgres.ts";

const never = new AbortController().signal;
/** More blocks than the indexer can undo: it lets go of them 30 at a time, once it has twice as many. */
const TOO_DEEP = 70;
const REBUILT_MS = 180_000;
/** Blocks that come while the indexer is off: more than it holds for not final. */
const MISSED = 40;
const EVERYTHING = Number.POSITIVE_INFINITY;

/** Replaces the chain's last blocks by empty ones: anvil's own method, which viem does not know. */
async function reorganise({ network }: Session, depth: number): Promise<void> {
  await developmentClient(network.rpcUrl).send("anvil_reorg", [depth, []]);
}

describe("the index of a real chain", function () {
  this.timeout(600_000);
  let folder: string;
  let session: Session;
  let said: string[];
  let ports: Ports;

  /** A network without the web app, in a folder of its own. */
  async function open(options: { fresh?: boolean } = {}): Promise<void> {
    said = [];
    ports = await freePorts();
    session = await openSession({
      folder,
      ports,
      floors: "api",
      say: (line) => said.push(line),
      ...options,
    });
  }

  const compare = () => compareIndex(session.network, session.client, session.apiUrl);

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-index-"));
    chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
  });
  after(async () => {
    await session?.stop();
    removeNetwork(folder);
  });

  /** A short history, judged and paid, of which two people withdraw. */
  async function live(seed: number): Promise<void> {
    const { history, name } = generated(seed);
    const short = { ...history, groups: history.groups.slice(0, 8) };
    const quiet = { ...createProgress(process.stderr), update: () => undefined };
    await importUntilPaid(session, { history: short, name }, quiet, never);
    await payOut(session, 2, never);
  }

  it("says what the contracts say, of every contribution, account, identity, epoch and total", async () => {
    await open();
    await live(3);
    const agreement = await compare();
    expect(agreement.problems).to.deep.equal([]);
    expect(agreement.contributions).to.equal(8);
    expect(agreement.accounts).to.be.at.least(30);
    expect(agreement.identities).to.be.at.least(2);
    expect(agreement.epochs).to.be.at.least(1);
    expect(agreement.compared).to.be.at.least(400);
  });

  it("follows judges who leave, return and take back their bonds, and panels drawn in between", async () => {
    const { client, network } = session;
    const { addresses } = network.deployment;
    const judges = practiceJudges();
    const send = async (judge: Account, call: TransactionCall) =>
      requireSuccess(client, await transact(client, connectWallet(network, judge), call));
    // Those in the middle, so that the last numbers move.
    for (const judge of judges.slice(8, 20)) await send(judge, exitSeatCall(addresses));
    const seats = { address: addresses.validatorRegistry, abi: validatorRegistryAbi } as const;
    const [first] = judges.slice(8);
    if (first === undefined) throw new Error("There are too few practice judges.");
    const [stint] = await client.readContract({ ...seats, functionName: "stintsOf", args: [first.address] });
    await send(first, enterSeatCall(addresses, stint?.deposited ?? 0n));
    await live(5);
    await developmentClient(network.rpcUrl).setNextBlockTimestamp({ timestamp: stint?.unlocksAt ?? 0n });
    await send(first, withdrawBondCall(addresses, 0));
    expect(await client.readContract({ ...seats, functionName: "seatCount" })).to.equal(19n);
    const agreement = await compare();
    expect(agreement.problems).to.deep.equal([]);
    expect(agreement.contributions).to.equal(16);
  });

  it("follows a reorganisation", async () => {
    const before = await session.client.getBlock();
    await reorganise(session, 5);
    expect((await session.client.getBlock({ blockNumber: before.number })).hash).not.to.equal(before.hash);
    expect((await compare()).problems).to.deep.equal([]);
    expect(said.join("\n")).not.to.include("building it anew");
  });

  it("is built anew after a reorganisation that is deeper than it can undo", async () => {
    await reorganise(session, TOO_DEEP);
    for (const deadline = Date.now() + REBUILT_MS; !said.includes("The index was built anew."); ) {
      if (Date.now() > deadline) throw new Error(`It was not built anew. Said: ${said.join("\n")}`);
      await sleep(200);
    }
    const agreement = await compare();
    expect(agreement.problems).to.deep.equal([]);
  });

  it("has a row for each block that came while it was killed, though none had an event", async () => {
    const { client, network, supervisor } = session;
    const { mine } = developmentClient(network.rpcUrl);
    const first = (await client.getBlockNumber({ cacheTime: 0 })) + 1n;
    process.kill(supervisor.pid("indexer") ?? 0, "SIGKILL");
    await supervisor.restart("indexer", () => mine({ blocks: MISSED }));
    expect((await compare()).problems).to.deep.equal([]);
    const database = localDatabase({
      folder: path.join(folder, "database"),
      port: ports.database,
      say: () => undefined,
    });
    const urls = await connections(database.adminUrl, folder);
    const pool = createPool(urls.api, { index: "azora", api: "azora_api" });
    try {
      const { rows } = await pool.query(
        "SELECT number FROM azora.block WHERE number >= $1 ORDER BY number LIMIT $2",
        [String(first), MISSED],
      );
      const missed = Array.from({ length: MISSED }, (_, i) => first + BigInt(i));
      expect(rows.map(({ number }) => BigInt(number))).to.deep.equal(missed);
      const auditor = new Auditor({ chain: client, deployment: network.deployment, pool, patienceMs: 0 });
      await auditor.pass(EVERYTHING);
      await auditor.pass(EVERYTHING); // Only now it knows since when each block has a row.
      expect(auditor.findings).to.deep.equal([]);
    } finally {
      await pool.end();
    }
  });

  it("forgets a chain that was started afresh on the same database", async () => {
    await session.stop();
    const room = roomForPostgres();
    let postgres: Postgres | undefined;
    try {
      postgres = await startPostgres(room);
      process.env.DATABASE_URL = postgres.url;
      await open({ fresh: true });
      await live(4);
      const { contributions } = await compare();
      expect(contributions).to.equal(8);
      await session.stop();
      await open({ fresh: true });
      const empty = await compare();
      expect(empty.problems).to.deep.equal([]);
      expect(empty.contributions).to.equal(0);
      await session.stop();
      await open();
      expect((await compare()).problems).to.deep.equal([]);
    } finally {
      delete process.env.DATABASE_URL;
      await session.stop();
      await postgres?.stop();
      rmSync(room, { recursive: true, force: true });
    }
  });
});
