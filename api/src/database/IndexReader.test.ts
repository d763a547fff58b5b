import { block, contribution, protocol } from "@azora/indexer/schema";
import { expect } from "chai";
import { count, sql } from "drizzle-orm";
import { headAnswer } from "../routes/head/schema.ts";
import { useApi } from "../testing/api.ts";
import { IndexBuild } from "../testing/indexTables.ts";
import { blockHash, work } from "../testing/names.ts";
import { query } from "../testing/postgres.ts";
import { blockRow, protocolRow, workRow } from "../testing/rows.ts";
import { HEAD, WORKS } from "../testing/world.ts";
import type { Snapshot } from "./IndexReader.ts";

describe("api: reading the index", () => {
  const api = useApi();
  const countWorks = async ({ db }: Snapshot) => {
    const [row] = await db.select({ works: count() }).from(contribution);
    return row?.works;
  };
  const mine = async (n: number) =>
    api()
      .build.db.insert(block)
      .values(blockRow(HEAD + n));

  it("reads everything as of one block, whatever is written meanwhile", async () => {
    await api().context.index.read(async (snapshot) => {
      await api().build.transact(async (db) => {
        await db.insert(block).values(blockRow(HEAD + 1));
        await db.insert(contribution).values(workRow(WORKS + 1));
      });
      expect(snapshot.head.number).to.equal(HEAD);
      expect(await countWorks(snapshot)).to.equal(WORKS);
    });
    const later = await api().context.index.read(async (snapshot) => ({
      ...snapshot.head,
      works: await countWorks(snapshot),
    }));
    expect(later).to.include({ number: HEAD + 1, works: WORKS + 1 });
  });

  it("never pairs a block with rows of another, while blocks come and are undone", async () => {
    let isOver = false;
    const writing = (async () => {
      for (let n = 0; !isOver; n = (n + 1) % 5) {
        await api().build.transact(async (db) => {
          // As many works as the head's number says, on a chain that now and then falls back.
          await db.execute(sql`DELETE FROM block WHERE number > ${HEAD + 1}`);
          for (let i = 0; i < n; i += 1) await db.insert(block).values(blockRow(HEAD + 2 + i));
          await db.update(protocol).set(protocolRow({ contributions: HEAD + 1 + n }));
        });
      }
    })();
    const pairs = await Promise.all(
      Array.from({ length: 60 }, () =>
        api().context.index.read(async ({ head, db }) => {
          const [row] = await db.select({ works: protocol.contributions }).from(protocol);
          return [head.number, row?.works];
        }),
      ),
    ).finally(() => {
      isOver = true;
    });
    await writing;
    for (const [number, works] of pairs) expect(works === number || works === WORKS).to.equal(true);
    await api().build.db.execute(sql`DELETE FROM block WHERE number > ${HEAD + 1}`);
  });

  it("cannot write", async () => {
    const write = api().context.index.read(({ db }) =>
      db.execute(sql`INSERT INTO evidence_room (used) VALUES (1)`),
    );
    expect(await write.catch((error: { code?: string }) => error.code)).to.equal("25006");
  });

  it("waits for the block that a caller asks for, and answers as soon as it is there", async () => {
    const start = performance.now();
    const asked = Promise.all([2, 3, 3].map((n) => api().get(`/v1/head?minBlock=${HEAD + n}`, headAnswer)));
    await mine(2);
    setTimeout(() => mine(3), 200);
    const numbers = (await asked).map((answer) => answer.block.number);
    expect(performance.now() - start).to.be.within(150, 900);
    expect(numbers[0]).to.be.at.least(HEAD + 2);
    expect(numbers.slice(1)).to.deep.equal([HEAD + 3, HEAD + 3]);
  });

  it("gives up in the end with 504, and holds no connection while many wait", async () => {
    const start = performance.now();
    const waiting = Array.from({ length: 50 }, () => api().refused(`/v1/head?minBlock=${HEAD + 1_000}`, 504));
    await new Promise((resolve) => setTimeout(resolve, 200));
    // More wait than there are connections, and others are served at once.
    const before = performance.now();
    await api().get("/v1/head", headAnswer);
    expect(performance.now() - before).to.be.below(500);
    const [problem] = await Promise.all(waiting);
    expect(problem?.detail).to.equal(`The index did not reach block ${HEAD + 1_000} within 1 seconds.`);
    expect(performance.now() - start).to.be.within(900, 2_500);
  });

  it("answers from a build that replaces another, without a refusal or a mixture on the way", async () => {
    const second = await IndexBuild.create(api().urls.indexer, "build_2");
    await second.db.insert(block).values({ ...blockRow(100), hash: blockHash(100, "second") });
    await second.db.insert(protocol).values(protocolRow({ contributions: 100 }));
    let isOver = false;
    const reading = (async () => {
      const seen = new Set<string>();
      while (!isOver)
        seen.add(
          await api().context.index.read(async ({ head, db }) => {
            const [row] = await db.select({ works: protocol.contributions }).from(protocol);
            return `${head.number} ${row?.works === 100}`;
          }),
        );
      return seen;
    })();
    // The writer waits for readers, and readers for the writer: each gets through.
    for (let n = 0; n < 5; n += 1) {
      await second.publish();
      await api().build.publish();
    }
    await second.publish();
    await new Promise((resolve) => setTimeout(resolve, 100));
    isOver = true;
    const seen = await reading;
    await second.close();
    expect([...seen].filter((each) => each !== `${HEAD + 3} false` && each !== "100 true")).to.deep.equal([]);
    expect(seen).to.include("100 true");
  });

  it("answers from the other build also what it has asked before, whose plan its connections keep", async () => {
    const second = await IndexBuild.create(api().urls.indexer, "build_3");
    await second.db.insert(block).values({ ...blockRow(100), hash: blockHash(100, "third") });
    const statusesOf = async () => {
      // More than there are connections, and more often than a plan is made before one is kept.
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => api().fetch(`/v1/contributions/${work(1)}`)),
      );
      return [...new Set(answers.map(({ status }) => status))];
    };
    await api().build.publish();
    expect(await statusesOf()).to.deep.equal([200]);
    await second.publish();
    expect(await statusesOf()).to.deep.equal([404]);
    await api().build.publish();
    expect(await statusesOf()).to.deep.equal([200]);
    await second.close();
  });
});

describe("api: an index that is not there", () => {
  const api = useApi({ empty: true });

  it("is a 503 as long as there are no views or no blocks, and works as soon as there are", async () => {
    expect((await api().refused("/v1/head", 503)).detail).to.match(/no index yet/);
    await api().build.publish();
    expect((await api().refused("/v1/head", 503)).detail).to.match(/no block yet/);
    // Whoever waits for a block waits for the index as well.
    const waiting = api()
      .get("/v1/head?minBlock=1", headAnswer)
      .catch((error: Error) => error);
    await api().build.db.insert(block).values(blockRow(1));
    expect((await api().get("/v1/head", headAnswer)).block.number).to.equal(1);
    await waiting;
    await query(api().adminUrl, "DROP VIEW azora.block CASCADE");
    await api().refused("/v1/contributions", 503);
    await api().build.publish();
    await api().get("/v1/head", headAnswer);
  });
});
