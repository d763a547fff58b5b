import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectWallet } from "@azora/sdk";
import { createApi, type FeedMessage, followEvents, unwrap } from "@azora/sdk/api";
import { practiceJudges } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Account } from "viem";
import { developmentClient } from "../../scripts/local/chain.ts";
import { generated } from "../../scripts/local/history.ts";
import { importUntilPaid } from "../../scripts/local/importing.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { createProgress } from "../../scripts/local/progress.ts";
import { openSession, removeNetwork, type Session } from "../../scripts/local/session.ts";

const ROUNDS = 40;
/** How long is waited for what comes at once, on a busy machine. */
const SOON_MS = 60_000;

const never = new AbortController().signal;

/** Where an event stands: `block.logIndex`. */
type Place = string;

/** A program that keeps what it is told, and takes back what is void. */
class Reader {
  readonly places: Place[] = [];
  readonly voids: number[] = [];
  lastEventId: string | undefined;
  readonly #stop = new AbortController();
  readonly #reading: Promise<void>;

  constructor(apiUrl: string, topics: string[], lastEventId?: string) {
    this.lastEventId = lastEventId;
    const options = {
      signal: this.#stop.signal,
      onPosition: (id: string) => {
        this.lastEventId = id;
      },
      ...(lastEventId !== undefined && { lastEventId }),
    };
    this.#reading = this.#read(followEvents(apiUrl, topics, options));
  }

  async #read(messages: AsyncIterable<FeedMessage>): Promise<void> {
    for await (const message of messages) {
      if (message.type === "event")
        this.places.push(`${message.event.block.number}.${message.event.logIndex}`);
      if (message.type === "reset") throw new Error(`There was a reset: ${message.reason}`);
      if (message.type !== "void") continue;
      this.voids.push(message.after);
      const kept = this.places.filter((place) => Number(place.split(".")[0]) <= message.after);
      this.places.splice(0, this.places.length, ...kept);
    }
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#reading;
  }
}

describe("what happens on a real chain, live", function () {
  this.timeout(600_000);
  let folder: string;
  let session: Session;

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-live-"));
    chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
    session = await openSession({ folder, ports: await freePorts(), floors: "api", say: () => undefined });
  });
  after(async () => {
    await session?.stop();
    removeNetwork(folder);
  });

  /** Has the reader been told of every log of the contracts from a block on, in order, and each once? */
  async function expectAll(reader: Reader, from: bigint): Promise<number> {
    const { client, network } = session;
    const { addresses } = network.deployment;
    const toBlock = await client.getBlockNumber();
    const logs = await client.getLogs({
      address: Object.entries(addresses).flatMap(([name, address]) =>
        name === "timelock" || name === "genesis" ? [] : [address],
      ),
      fromBlock: from,
      toBlock,
    });
    const expected = logs.map(({ blockNumber, logIndex }) => `${blockNumber}.${logIndex}`);
    const told = () => reader.places.filter((place) => Number(place.split(".")[0]) <= Number(toBlock));
    for (const deadline = Date.now() + SOON_MS; told().length < expected.length && Date.now() < deadline; )
      await sleep(20);
    expect(told()).to.deep.equal(expected);
    return expected.length;
  }

  /** Does every payment follow from level, points, rate, share and path, to the wei? */
  async function expectExplained(): Promise<void> {
    const api = createApi(session.apiUrl);
    const lines = await (await fetch(`${session.apiUrl}/v1/exports/payments`)).text();
    const payments: { flow: string; position: number }[] = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(payments.length).to.be.at.least(5);
    let steps = 0;
    for (const { flow, position } of payments) {
      const path = { flow, position };
      const why = await unwrap(api.GET("/v1/payments/{flow}/{position}/why", { params: { path } }));
      const wrong = why.steps.filter(({ adds }) => !adds);
      expect(wrong, `${flow} ${position}`).to.deep.equal([]);
      steps += why.steps.length;
    }
    expect(steps, "payments out of pools have more than one step").to.be.above(payments.length);
  }

  it("tells of every log of the contracts, once and in order, also across a connection that was lost", async () => {
    const from = (await session.client.getBlockNumber()) + 1n;
    const api = createApi(session.apiUrl);
    await unwrap(api.GET("/v1/head", { params: { query: { minBlock: Number(from) - 1 } } }));
    const whole = new Reader(session.apiUrl, ["protocol"]);
    const { history, name } = generated(3);
    const short = { ...history, groups: history.groups.slice(0, 5) };
    const quiet = { ...createProgress(process.stderr), update: () => undefined };
    let interrupted = new Reader(session.apiUrl, ["protocol"]);
    const importing = importUntilPaid(session, { history: short, name }, quiet, never);
    let isOver = false;
    const interrupting = (async () => {
      while (!isOver) {
        await sleep(700);
        await interrupted.stop();
        const { places, lastEventId } = interrupted;
        await sleep(300);
        interrupted = new Reader(session.apiUrl, ["protocol"], lastEventId);
        interrupted.places.push(...places);
      }
    })();
    await importing;
    isOver = true;
    await interrupting;
    expect(await expectAll(whole, from)).to.be.at.least(100);
    await expectAll(interrupted, from);
    await interrupted.stop();

    await expectExplained();

    const before = whole.places.length;
    const { lastEventId } = whole;
    await developmentClient(session.network.rpcUrl).send("anvil_reorg", [12, []]);
    for (const deadline = Date.now() + SOON_MS; whole.voids.length === 0 && Date.now() < deadline; )
      await sleep(20);
    expect(whole.voids, "reorganisations that were told").to.have.length(1);
    await expectAll(whole, from);
    expect(whole.places.length).to.be.below(before);
    const late = new Reader(session.apiUrl, ["protocol"], lastEventId);
    for (const deadline = Date.now() + SOON_MS; late.voids.length === 0 && Date.now() < deadline; )
      await sleep(20);
    expect(late.voids).to.have.length(1);
    await late.stop();
    await whole.stop();
  });

  it("is readable soon after its receipt", async () => {
    const { client, network, apiUrl } = session;
    const wallet = connectWallet(network, practiceJudges()[0] as Account);
    const times: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      const hash = await wallet.sendTransaction({ to: wallet.account.address, value: 0n });
      let number: bigint | undefined;
      while (number === undefined) {
        await sleep(2);
        number = await client.getTransactionReceipt({ hash }).then(
          ({ blockNumber }) => blockNumber,
          () => undefined,
        );
      }
      const seen = performance.now();
      const response = await fetch(`${apiUrl}/v1/head?minBlock=${number}`);
      await response.text();
      expect(response.status).to.equal(200);
      times.push(performance.now() - seen);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
    console.log(
      `      from receipt to readable: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms`,
    );
    expect(at(0.5)).to.be.below(500);
  });
});
