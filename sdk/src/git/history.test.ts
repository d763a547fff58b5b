import { expect } from "chai";
import { emailIdentity } from "../identity.ts";
import { canonicalManifest } from "../manifest/index.ts";
import { TestRepository } from "./fixture.ts";
import { type Progress, readHistory } from "./history.ts";
import { groupManifest } from "./manifest.ts";

describe("a history", () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = new TestRepository();
  });
  afterEach(() => repository.remove());

  const subjects = async (options: Parameters<typeof readHistory>[1]) =>
    (await readHistory(repository.path, options)).groups.map(({ commits }) =>
      commits.map(({ subject }) => subject),
    );

  /** base, a branch of two, a direct commit, the merge, an octopus of two more branches, a tag on each merge. */
  function branchy(): void {
    repository.commit({ files: { a: "1\n" }, message: "base" });
    repository.git("checkout", "-q", "-b", "one");
    repository.commit({ files: { b: "1\n" }, message: "b1", email: "ben@example.org" });
    repository.commit({ files: { b: "2\n" }, message: "b2", email: "ben@example.org" });
    repository.git("checkout", "-q", "main");
    repository.commit({ files: { c: "1\n" }, message: "direct" });
    repository.merge("merge one", "one");
    repository.git("tag", "v1.0");
    for (const side of ["two", "three"]) {
      repository.git("checkout", "-q", "-b", side, "main");
      repository.commit({ files: { [side]: "1\n" }, message: side, email: `${side}@example.org` });
    }
    repository.git("checkout", "-q", "main");
    repository.merge("octopus", "two", "three");
    repository.git("tag", "-a", "-m", "annotated", "v2.0");
    repository.commit({ files: { a: "2\n" }, message: "after" });
  }

  it("groups by merges, with what each brought", async () => {
    branchy();
    expect(await subjects({ group: "merges" })).deep.equal([
      ["base", "direct"],
      ["b1", "b2", "merge one"],
      ["two", "three", "octopus"],
      ["after"],
    ]);
  });

  it("groups by releases, annotated and plain, tags off the mainline and of blobs aside", async () => {
    branchy();
    repository.git("tag", "v1.5-off", "two");
    repository.git("tag", "blob", "HEAD:a");
    repository.git("tag", "latest", "v2.0^{commit}");
    const { groups, notes } = await readHistory(repository.path, { group: "releases" });
    expect(groups.map(({ title }) => title)).deep.equal([
      "Release v1.0",
      "Release v2.0",
      "After release v2.0",
    ]);
    expect(groups.map(({ commits }) => commits.length)).deep.equal([5, 3, 1]);
    expect(notes.join()).includes("2 tagged commits");
  });

  it("keeps every commit exactly once, in ranges that join and that git agrees with", async () => {
    branchy();
    for (const group of ["releases", "merges", "commits:2", "auto"] as const) {
      const { groups } = await readHistory(repository.path, { group });
      let from: string | null = null;
      for (const { range, commits, key, totals } of groups) {
        expect(range.from).equal(from);
        const names = repository
          .git("rev-list", range.from ? `${range.from}..${range.to}` : range.to)
          .split("\n");
        expect(commits.map(({ hash }) => hash).toSorted()).deep.equal(names.toSorted());
        expect(totals.commits).equal(names.length);
        expect(key).equal(`git:${range.from ?? "root"}..${range.to}`);
        expect(range.digest).equal(sha256Of(names));
        from = range.to;
      }
      expect(groups.flatMap(({ commits }) => commits)).length(9);
    }
  });

  function sha256Of(names: string[]): string {
    return repository
      .run(["-c", "alias.s=!LC_ALL=C sort | sha256sum", "s"], { input: `${names.join("\n")}\n` })
      .slice(0, 64);
  }

  it("begins after a date, a tag or a commit inside a branch", async () => {
    branchy();
    expect((await subjects({ since: "v1.0" })).flat()).deep.equal(["two", "three", "octopus", "after"]);
    expect((await subjects({ since: "2024-01-01T04:30:00Z" })).flat()).deep.equal([
      "b1",
      "b2",
      "merge one",
      ...["two", "three", "octopus", "after"],
    ]);
    expect((await subjects({ since: "one" })).flat()).length(8); // the branch holds "base" of the mainline
    expect((await subjects({ since: "1999-01-01" })).flat()).length(9);
    expect((await subjects({ ref: "one" })).flat()).deep.equal(["base", "b1", "b2"]);
  });

  it("reads histories with several roots", async () => {
    repository.commit({ files: { a: "1\n" }, message: "root" });
    repository.git("checkout", "-q", "--orphan", "other");
    repository.commit({ files: { b: "1\n" }, message: "other root" });
    repository.git("checkout", "-q", "main");
    repository.git("merge", "-q", "--allow-unrelated-histories", "--no-ff", "-m", "joined", "other");
    expect(await subjects({ group: "merges" })).deep.equal([["root"], ["other root", "joined"]]);
  });

  it("measures the net change, so that to and fro is no size", async () => {
    repository.commit({ files: { "src/a.ts": "1\n2\n" } });
    repository.commit({
      files: { "src/a.ts": "1\n2\n3\n", "test/a.test.ts": "t\n", "README.md": "d\n", "yarn.lock": "l\n" },
    });
    repository.commit({ files: { "src/a.ts": "1\n2\n", "p.png": Buffer.from([0, 1]) } });
    const { groups } = await readHistory(repository.path, { max: 1, since: "HEAD~2" });
    expect(groups[0]?.totals).deep.equal({
      ...{ commits: 2, added: 3, deleted: 0, files: 4, binaryFiles: 1 },
      ...{ testLines: 1, docLines: 1, generatedLines: 1 },
    });
  });

  it("credits nobody for what was reverted within a group", async () => {
    repository.commit({ files: { a: "1\n2\n3\n" } });
    repository.commit({ files: { a: "1\nx\ny\n3\n" }, email: "ben@example.org" });
    repository.git("revert", "--no-edit", "HEAD");
    const { groups } = await readHistory(repository.path, { max: 1 });
    expect(groups[0]?.shares).deep.equal([{ subject: emailIdentity("ada@example.org"), weight: 1_000_000 }]);
    expect(groups[0]?.notes.join()).includes("2 commits were reverted");
  });

  it("reads repositories that name objects by SHA-256", async () => {
    const modern = new TestRepository(["--object-format=sha256"]);
    try {
      modern.commit({ files: { a: "1\n" } });
      modern.commit({ files: { a: "2\n" } });
      const { groups } = await readHistory(modern.path, { group: "commits:1" });
      expect(groups[1]?.upstream).deep.equal([{ group: 0, weight: 150_000 }]);
      expect(groups[1]?.range.to).length(64);
    } finally {
      modern.remove();
    }
  });

  it("survives clocks that are wrong by millennia", async () => {
    const author = "Ada <ada@example.org> 999999999999 +0000";
    repository.commitRaw(`author ${author}\ncommitter ${author}\n\nLate\n`);
    const { groups } = await readHistory(repository.path);
    expect(groups[0]?.commits[0]).include({ subject: "Late", date: "9999-12-31T23:59:59Z" });
  });

  it("is the same wherever and in whatever language it is read", async () => {
    branchy();
    const clone = `${repository.path}-clone`;
    repository.git("clone", "-q", repository.path, clone);
    const here = await readHistory(repository.path);
    const before = { LC_ALL: process.env.LC_ALL, TZ: process.env.TZ };
    Object.assign(process.env, { LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" });
    try {
      expect((await readHistory(clone)).groups).deep.equal(here.groups);
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });

  it("reports progress that ends complete", async () => {
    branchy();
    const seen: Progress[] = [];
    await readHistory(repository.path, {}, (progress) => seen.push(progress));
    expect(seen.find(({ stage }) => stage === "commits")).deep.equal({ stage: "commits", done: 9, total: 9 });
    expect(seen.at(-1)?.stage).equal("groups");
    expect(seen.at(-1)?.done).equal(seen.at(-1)?.total);
  });

  it("becomes valid evidence, group by group, without a name, an address or a folder in it", async () => {
    branchy();
    const history = await readHistory(repository.path, { group: "merges" });
    const context = { chainId: 31_337, registrant: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" };
    const text = history.groups
      .map((_, index) => new TextDecoder().decode(canonicalManifest(groupManifest(history, index, context))))
      .join();
    expect(text)
      .not.match(/@example\.org|"Ada"/)
      .and.not.includes("/tmp");
    const refused = groupManifest(history, 3, { ...context, upstream: [] });
    expect(history.groups[3]?.upstream).length(1);
    expect(refused.upstream).deep.equal([]);
    expect(refused.notes.join()).includes("not accepted");
  });
});
