import { expect } from "chai";
import fc from "fast-check";
import { linesOf, TestRepository } from "./fixture.ts";
import { type HistoryGroup, readHistory } from "./history.ts";
import { upstreamShares } from "./upstream.ts";

describe("the upstream formula", () => {
  it("is maxUpstream x T(i) / (T + A), rounded down", () => {
    const touched = new Map([
      [0, 10],
      [1, 20],
      [-1, 30],
    ]);
    expect(upstreamShares({ touched, added: 40 }, 300_000)).deep.equal({
      upstream: [
        { group: 1, weight: 60_000 },
        { group: 0, weight: 30_000 },
      ],
      dropped: 0,
    });
  });

  it("gives everything it may to who is only deleted, nothing to nobody", () => {
    expect(upstreamShares({ touched: new Map([[0, 5]]), added: 0 }, 300_000).upstream).deep.equal([
      { group: 0, weight: 300_000 },
    ]);
    expect(upstreamShares({ touched: new Map(), added: 0 }, 300_000).upstream).deep.equal([]);
    expect(upstreamShares({ touched: new Map([[0, 5]]), added: 0 }, 0)).deep.equal({
      upstream: [],
      dropped: 1,
    });
  });

  it("keeps the hundred largest from 0.01% on, and counts what it drops", () => {
    const many = new Map(Array.from({ length: 130 }, (_, group) => [group, group + 1]));
    const { upstream, dropped } = upstreamShares({ touched: many, added: 0 }, 300_000);
    expect([upstream.length, dropped, upstream[0]?.group]).deep.equal([100, 30, 129]);
    const small = upstreamShares({ touched: new Map([[0, 1]]), added: 2_999 }, 300_000);
    expect(small.upstream).deep.equal([{ group: 0, weight: 100 }]);
    expect(upstreamShares({ touched: new Map([[0, 1]]), added: 3_000 }, 300_000).dropped).equal(1);
  });

  it("never gives more than maxUpstream", () => {
    const lines = fc.array(fc.nat(1_000_000), { maxLength: 200 });
    fc.assert(
      fc.property(lines, fc.nat(1_000_000), fc.nat(1_000_000), (counts, added, max) => {
        const touched = new Map(counts.map((count, group) => [group - 1, count]));
        const { upstream } = upstreamShares({ touched, added }, max);
        expect(upstream.reduce((sum, { weight }) => sum + weight, 0)).most(max);
        expect(upstream.every(({ weight, group }) => weight >= 100 && group >= 0)).equal(true);
      }),
    );
  });
});

describe("upstream in a repository", () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = new TestRepository();
  });
  afterEach(() => repository.remove());

  const groups = async (since?: string): Promise<HistoryGroup[]> =>
    (await readHistory(repository.path, { group: "commits:1", ...(since && { since }) })).groups;
  const cited = (group: HistoryGroup | undefined) =>
    group?.upstream.map(({ group: index, weight }) => [index, weight]);

  it("cites who wrote the lines that changed, as git blame would", async () => {
    const lines = Array.from({ length: 30 }, (_, line) => `line ${line}`);
    const write = (message: string) => repository.commit({ files: { f: `${lines.join("\n")}\n` }, message });
    write("0");
    lines.splice(5, 4, "a", "b");
    write("1");
    lines.splice(0, 2);
    lines.splice(20, 0, "x", "y", "z");
    write("2");
    lines.splice(1, 3, "changed"); // two lines of 0, one of 1
    lines.splice(20, 1); // the last of 2's
    const names = repository.git("rev-list", "--reverse", "HEAD").split("\n");
    const removed = new Map<string, number>();
    const gone = repository.git("blame", "-s", "-l", "--root", "HEAD", "--", "f").split("\n");
    write("3");
    for (const [, start = "", count = "1"] of repository
      .git("show", "-U0")
      .matchAll(/^@@ -(\d+)(?:,(\d+))? /gm)) {
      for (const line of gone.slice(Number(start) - 1, Number(start) - 1 + Number(count))) {
        const hash = line.slice(0, 40);
        removed.set(hash, (removed.get(hash) ?? 0) + 1);
      }
    }
    const expected = names.map((name, index) => [
      index,
      Math.floor((300_000 * (removed.get(name) ?? 0)) / 5),
    ]);
    expect([...removed.values()].reduce((sum, lines) => sum + lines, 0)).equal(4); // and one line was added
    const last = (await groups())[3];
    expect(cited(last)?.toSorted()).deep.equal(expected.filter(([, weight]) => weight !== 0).toSorted());
    expect(cited(last)).length(3);
  });

  it("follows renames, swaps of names and deletions", async () => {
    repository.commit({ files: { a: linesOf("a", 10), b: linesOf("b", 10) } });
    repository.commit({ files: { c: linesOf("c", 10) } });
    repository.write({ a: linesOf("b", 10), b: linesOf("a", 10) });
    repository.git("mv", "c", "d");
    repository.commit({});
    repository.commit({ files: { d: null } });
    const [, , swap, deletion] = await groups();
    // git sees a swap as two changed files, unless told to break them apart: 20 lines of group 0 for 20 new ones
    expect(cited(swap)).deep.equal([[0, 150_000]]);
    expect(cited(deletion)).deep.equal([[1, 300_000]]);
  });

  it("counts a binary as ten lines and leaves generated files out", async () => {
    const binary = (byte: number) => Buffer.from([0, byte, 0, 10]);
    repository.commit({ files: { "p.bin": binary(1), "package-lock.json": linesOf("lock", 500) } });
    repository.commit({ files: { "p.bin": binary(2), "package-lock.json": linesOf("other", 900) } });
    expect(cited((await groups())[1])).deep.equal([[0, 150_000]]);
  });

  it("handles files that become links, submodules and modes", async () => {
    repository.commit({ files: { a: linesOf("a", 4), run: "1\n" } });
    repository.git("rm", "-q", "a");
    const blob = repository.run(["hash-object", "-w", "--stdin"], { input: "run" });
    repository.git("update-index", "--add", "--cacheinfo", `120000,${blob},a`);
    repository.git("update-index", "--chmod=+x", "run");
    repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`);
    repository.git("commit", "-q", "-m", "Linked");
    repository.git("update-index", "--cacheinfo", `160000,${"2".repeat(40)},module`);
    repository.git("commit", "-q", "-m", "Moved the module");
    const [, linked, moved] = await groups();
    expect(cited(linked)).deep.equal([[0, 200_000]]); // 4 gone, 1 put, 1 for the module
    expect(cited(moved)).deep.equal([[1, 150_000]]);
  });

  it("cites nothing of before the imported range", async () => {
    repository.commit({ files: { a: linesOf("a", 4) } });
    const base = repository.git("rev-parse", "HEAD");
    repository.commit({ files: { a: linesOf("b", 4) } });
    repository.commit({ files: { a: linesOf("c", 4) } });
    const [first, second] = await groups(base);
    expect(cited(first)).deep.equal([]);
    expect(cited(second)).deep.equal([[0, 150_000]]);
  });
});
