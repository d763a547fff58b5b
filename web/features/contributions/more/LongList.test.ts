import { expect } from "chai";
import { work } from "../fixture.ts";
import { LongList, longListOf } from "./LongList.ts";
import { type Page, worksIn } from "./pages.ts";

describe("a list that goes on, as it is loaded", () => {
  const asked: string[] = [];
  let pages: Record<string, Page | undefined> = {};
  const page = (next: string | null, ...numbers: number[]): Page => ({
    items: numbers.map((number) => work({ id: `0x${number}`, number })),
    next,
  });
  const ask = async (cursor: string, limit: number): Promise<Page> => {
    asked.push(cursor);
    const found = pages[cursor];
    if (found === undefined) throw new Error("There is no such page.");
    return { ...found, items: found.items.slice(0, limit === 100 ? undefined : limit) };
  };
  const worksOf = (list: LongList) => worksIn(list.shown(), 0, list.shown().count);
  const numbers = (list: LongList) => worksOf(list).map((work) => work?.number);
  const settled = () => new Promise(setImmediate);

  beforeEach(() => {
    asked.length = 0;
    pages = { "8": page("6", 7, 6), "6": page(null, 5) };
  });

  async function begun(): Promise<LongList> {
    const list = new LongList();
    list.follow(ask, "8");
    await settled();
    return list;
  }

  it("begins where the page ends, goes on once at a time, and ends", async () => {
    const list = await begun();
    expect(numbers(list)).to.deep.equal([7, 6]);
    list.near(0, 2);
    list.near(0, 2);
    expect(list.shown().status).to.equal("asking");
    await settled();
    list.near(0, 3);
    await settled();
    expect(numbers(list)).to.deep.equal([7, 6, 5]);
    expect(asked).to.deep.equal(["8", "6"]);
    expect([list.shown().next, list.shown().status]).to.deep.equal([null, "quiet"]);
  });

  it("says that it failed, keeps what it has, and tries again when it is told to", async () => {
    const list = await begun();
    pages = {};
    list.near(0, 2);
    await settled();
    expect([list.shown().status, numbers(list).length]).to.deep.equal(["failed", 2]);
    pages = { "6": page(null, 5) };
    list.near(0, 2);
    await settled();
    expect(numbers(list)).to.deep.equal([7, 6]);
    list.retry();
    list.near(0, 2);
    await settled();
    expect(numbers(list)).to.deep.equal([7, 6, 5]);
  });

  it("tries its first page again too", async () => {
    pages = {};
    const list = await begun();
    expect(list.shown().status).to.equal("failed");
    pages = { "8": page("6", 7, 6) };
    list.retry();
    await settled();
    expect(numbers(list)).to.deep.equal([7, 6]);
  });

  it("lets go of what is far away, and loads it again where it comes near", async () => {
    const many = Array.from({ length: 2_000 }, (_, n) => 3_000 - n);
    pages = { "8": page("6", ...many), "6": page(null, 5) };
    const list = await begun();
    list.near(1_990, 2_000);
    await settled();
    list.near(1_995, 2_001);
    expect(worksOf(list)[0]?.number).to.equal(3_000);
    pages["6"] = page("4", 5, 4);
    pages["4"] = page(null, ...many);
    list.near(0, 10);
    expect(worksOf(list)[2_000]).to.equal(undefined);
    list.near(1_990, 2_001);
    await settled();
    expect(
      worksOf(list)
        .slice(1_999)
        .map((work) => work?.number),
    ).to.deep.equal([1_001, 5]);
    expect(asked).to.deep.equal(["8", "6", "6"]);
  });

  it("takes up what new rows push out of the page above", async () => {
    const list = await begun();
    pages = { "9": page("6", 8, 7, 6) };
    list.follow(ask, "9");
    await settled();
    expect(numbers(list)).to.deep.equal([8, 7, 6]);
  });

  it("has no row twice when a page that was pushed out was let go and comes back", async () => {
    const many = Array.from({ length: 1_500 }, (_, n) => 2_000 - n);
    pages = { "8": page("6", ...many), "9": page("6", 2_001, ...many), "6": page(null, 5) };
    const list = await begun();
    list.follow(ask, "9");
    await settled();
    list.near(1_400, 1_440);
    await settled();
    expect(worksOf(list)[0]).to.equal(undefined);
    list.near(0, 40);
    await settled();
    expect(numbers(list).slice(0, 3)).to.deep.equal([2_001, 2_000, 1_999]);
    expect(new Set(numbers(list)).size).to.equal(list.shown().count);
  });

  it("takes up what came in above while something else was loaded, after it, and once", async () => {
    const list = await begun();
    pages = { "6": page("4", 5, 4), "9": page("6", 8, 7, 6) };
    list.near(0, 2);
    list.follow(ask, "9");
    await settled();
    list.near(0, 2);
    await settled();
    expect(numbers(list)).to.deep.equal([8, 7, 6, 5, 4]);
  });

  it("takes up what came in above once it can be had", async () => {
    const list = await begun();
    pages = {};
    list.follow(ask, "9");
    await settled();
    expect(list.shown().status).to.equal("failed");
    pages = { "9": page("6", 8, 7, 6) };
    list.retry();
    await settled();
    expect(numbers(list)).to.deep.equal([8, 7, 6]);
  });

  it("asks once for a page that has come to be empty", async () => {
    pages = { "8": page(null) };
    const list = await begun();
    list.near(0, 0);
    list.near(0, 0);
    await settled();
    expect(asked).to.deep.equal(["8"]);
  });

  it("knows what is ticked, and tells whoever listens", async () => {
    const list = new LongList();
    let told = 0;
    const end = list.subscribe(() => {
      told += 1;
    });
    list.tick("0x1", true);
    list.tick("0x2", true);
    list.tick("0x1", false);
    end();
    list.tick("0x3", true);
    expect([...list.shown().ticked]).to.deep.equal(["0x2", "0x3"]);
    expect(told).to.equal(3);
  });

  it("is the same for its address, until another one is read", () => {
    const first = longListOf("/contributions");
    expect(longListOf("/contributions")).to.equal(first);
    expect(longListOf("/contributions?q=a")).to.not.equal(first);
    expect(longListOf("/contributions")).to.not.equal(first);
  });
});
