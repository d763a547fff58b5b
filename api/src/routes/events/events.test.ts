import { setTimeout as sleep } from "node:timers/promises";
import { block, event } from "@azora/indexer/schema";
import { accountNode } from "@azora/sdk";
import { expect } from "chai";
import { gt } from "drizzle-orm";
import type { Hex } from "viem";
import { EventFeed } from "../../live/EventFeed.ts";
import { STREAMS, useApi } from "../../testing/api.ts";
import { EventReader } from "../../testing/events.ts";
import { ALICE, work } from "../../testing/names.ts";
import { blockRow, eventRow } from "../../testing/rows.ts";
import { HEAD } from "../../testing/world.ts";

const alice = accountNode(ALICE);

describe("api: events", () => {
  const api = useApi();
  let height = HEAD;
  const readers: EventReader[] = [];

  beforeEach(() => {
    readers.length = 0;
  });
  afterEach(async () => {
    for (const reader of readers) await reader.close().catch(() => undefined);
    const { feed } = api().context;
    for (let n = 0; n < 50 && feed.size > 0; n += 1) await sleep(10);
    expect(feed.size, "streams that were not let go").to.equal(0);
  });

  async function follow(query: string, lastEventId?: string): Promise<EventReader> {
    const headers: HeadersInit = lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId };
    const response = await api().fetch(`/v1/events?${query}`, { headers });
    expect(response.status, response.ok ? "" : await response.text()).to.equal(200);
    expect(response.headers.get("content-type")).to.match(/^text\/event-stream/);
    const reader = new EventReader(response);
    readers.push(reader);
    await reader.frame();
    return reader;
  }

  /** A block with an event about each of these. */
  async function mine(...nodes: Hex[]): Promise<number> {
    height += 1;
    await api().build.transact(async (db) => {
      await db.insert(block).values(blockRow(height));
      if (nodes.length > 0)
        await db.insert(event).values(nodes.map((node, i) => eventRow(height, i, [node])));
    });
    // Who follows from here on is told nothing of it.
    await api().context.feed.wake();
    return height;
  }

  /** Undoes the blocks after one, and puts as many others in their place. */
  async function reorganise(after: number, ...others: Hex[][]): Promise<void> {
    await api().build.transact(async (db) => {
      await db.delete(event).where(gt(event.block, BigInt(after)));
      await db.delete(block).where(gt(block.number, BigInt(after)));
      for (const [i, nodes] of others.entries()) {
        const number = after + i + 1;
        await db.insert(block).values(blockRow(number, "other"));
        await db.insert(event).values(nodes.map((node, k) => eventRow(number, k, [node], "Other.Event")));
      }
    });
    height = after + others.length;
  }

  it("reach those who follow their topic, and nobody else, in the chain's order", async () => {
    const [all, first, person, both] = [
      await follow("topic=protocol"),
      await follow(`topic=contribution:${work(1)}`),
      await follow(`topic=account:${ALICE}`),
      await follow(`topic=account:${ALICE}&topic=contribution:${work(1)}&topic=protocol`),
    ];
    const one = await mine(work(1), alice, work(2));
    const two = await mine(alice);
    const expected = [`${one}.0`, `${one}.1`, `${one}.2`, `${two}.0`].map(
      (place) => `${place} Contract.Event`,
    );
    expect(await all.take(4)).to.deep.equal(expected);
    expect(await both.take(4)).to.deep.equal(expected);
    expect(await person.take(2)).to.deep.equal([expected[1], expected[3]]);
    expect(await first.take(1)).to.deep.equal([expected[0]]);
    const three = await mine(work(1));
    expect(await first.take(1)).to.deep.equal([`${three}.0 Contract.Event`]);
  });

  it("tell of each block, the present one first", async () => {
    const reader = await follow("topic=head");
    expect(await reader.next()).to.deep.include({ type: "head" });
    const number = await mine();
    const { data } = await reader.next();
    expect(data).to.deep.include({ number });
  });

  it("go on where a client was, without loss or doubling, also after the other copy was asked", async () => {
    const reader = await follow("topic=protocol");
    const number = await mine(work(1), work(2), work(3));
    expect(await reader.take(2)).to.have.length(2);
    const { lastEventId } = reader;
    const idle = await follow(`topic=contribution:${work(9)}`);
    expect(idle.lastEventId, "who is told nothing knows the place as well").not.to.equal("");
    await mine(alice, work(1));
    const other = new EventFeed(api().context.index, 1);
    const topics = new Set(["protocol"] as const);
    const again = await follow("topic=protocol", lastEventId);
    const query = await follow(`topic=protocol&lastEventId=${encodeURIComponent(lastEventId)}`);
    const expected = [`${number}.2`, `${number + 1}.0`, `${number + 1}.1`].map(
      (place) => `${place} Contract.Event`,
    );
    for (const resumed of [again, query]) expect(await resumed.take(3)).to.deep.equal(expected);
    const elsewhere = new EventReader(new Response((await other.open(topics)).body));
    await elsewhere.frame();
    await mine(work(4));
    await other.wake();
    expect(await elsewhere.take(1)).to.deep.equal([`${number + 2}.0 Contract.Event`]);
    for (const resumed of [again, query])
      expect(await resumed.take(1)).to.deep.equal([`${number + 2}.0 Contract.Event`]);
    await elsewhere.close();
    const late = await follow(`topic=contribution:${work(9)}`, idle.lastEventId);
    const last = await mine(work(9));
    expect(await late.take(1)).to.deep.equal([`${last}.0 Contract.Event`]);
  });

  it("are taken back when the chain is reorganised, and told anew", async () => {
    const fork = await mine(work(1));
    const reader = await follow("topic=protocol");
    await mine(work(2));
    await mine(work(3));
    await reader.take(2);
    const { lastEventId } = reader;
    await reorganise(fork, [work(4)], [work(5)]);
    expect(await reader.next()).to.deep.include({ type: "void", data: { after: fork } });
    const expected = [`${fork + 1}.0 Other.Event`, `${fork + 2}.0 Other.Event`];
    expect(await reader.take(2)).to.deep.equal(expected);
    // Who was away meanwhile is told the same, by a copy that has seen none of it as well.
    const again = await follow("topic=protocol", lastEventId);
    const { type, data } = await again.next();
    expect(type).to.equal("void");
    expect((data as { after: number }).after).to.be.at.most(fork);
    const rest: string[] = [];
    while (rest.at(-1) !== expected[1]) rest.push(...(await again.take(1)));
    expect(rest.slice(-2)).to.deep.equal(expected);
    expect(new Set(rest).size).to.equal(rest.length);
  });

  it("come a read at a time to who was away for long", async () => {
    const start = await follow("topic=protocol");
    await mine(work(1));
    await start.take(1);
    const { lastEventId } = start;
    for (let n = 0; n < 8; n += 1) await mine(...Array.from({ length: 700 }, () => work(1)), work(2));
    const whole = await follow(`topic=contribution:${work(1)}`, lastEventId);
    const some = await follow(`topic=contribution:${work(2)}`, lastEventId);
    const told = await whole.take(8 * 700);
    expect(new Set(told).size).to.equal(told.length);
    expect(await some.take(8)).to.have.length(8);
    const last = await mine(work(1));
    expect(await whole.take(1)).to.deep.equal([`${last}.0 Contract.Event`]);
  }).timeout(20_000);

  it("begin anew for who comes from another chain", async () => {
    const reader = await follow("topic=protocol", `${HEAD}.ffffffffffff.0`);
    expect(await reader.next()).to.deep.include({
      type: "reset",
      data: { reason: "The chain is another one." },
    });
    const last = await mine(work(1));
    expect(await reader.take(1)).to.deep.equal([`${last}.0 Contract.Event`]);
  });

  it("show that the stream is alive, and from where to go on, while nothing happens", async () => {
    const reader = await follow(`topic=contribution:${work(1)}`);
    const last = await mine(work(2));
    await api().context.feed.wake();
    await api().context.feed.beat();
    expect(await reader.frame()).to.match(new RegExp(`^: \\nid: ${last}\\.`));
  });

  it("are refused with the reason, and not begun for a HEAD", async () => {
    for (const [query, path] of [
      ["", "query.topic"],
      ["topic=everything", "query.topic.0"],
      [`topic=contribution:${alice}`, "query.topic.0"],
      [`topic=account:0x${"0".repeat(40)}`, "query.topic.0"],
      ["topic=head&lastEventId=7", "query.lastEventId"],
    ] as const)
      expect((await api().refused(`/v1/events?${query}`, 400)).errors?.[0]?.path).to.equal(path);
    const headers = { "Last-Event-ID": "1.2" };
    await api().refused("/v1/events?topic=head", 400, { headers });
    const head = await api().fetch("/v1/events?topic=head", { method: "HEAD" });
    expect([head.status, await head.text()]).to.deep.equal([200, ""]);
  });

  it("are refused with 503 to more clients than there is room for, until one goes", async () => {
    for (let n = 0; n < STREAMS; n += 1) await follow("topic=protocol");
    const { detail } = await api().refused("/v1/events?topic=protocol", 503);
    expect(detail).to.equal(
      `There are ${STREAMS} streams already, all that one copy of this API serves. Try again later.`,
    );
    await readers.pop()?.close();
    await follow("topic=protocol");
  });

  it("let go of who does not read", async () => {
    await follow("topic=protocol");
    for (let n = 0; n < 4; n += 1) await mine(...Array.from({ length: 900 }, () => work(1)));
    await api().context.feed.wake();
    expect(api().context.feed.size).to.equal(0);
  }).timeout(20_000);
});
