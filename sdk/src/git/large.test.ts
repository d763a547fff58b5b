import { expect } from "chai";
import { MAX_COMMITS, manifestSchema } from "../manifest/index.ts";
import { TestRepository } from "./fixture.ts";
import { readHistory } from "./history.ts";
import { groupManifest } from "./manifest.ts";

const COMMITS = 10_000;
/** Seconds within which 10,000 commits are read: some 2 on two cores of 2024, and others may be using them. */
const BOUND = 20;

/** Commits that each change lines of one of 400 files, every tenth a merge of a side branch, by 120 people. */
function fastImport(): string {
  const out: string[] = [];
  const contents = Array.from({ length: 400 }, (_, file) =>
    Array.from({ length: 60 }, (_, line) => `${file} ${line}`),
  );
  for (let mark = 1; mark <= COMMITS; mark += 1) {
    const who = `P <p${(mark * 7919) % 120}@example.org> ${1_600_000_000 + mark * 900} +0000`;
    const file = (mark * 31) % contents.length;
    const lines = contents[file] ?? [];
    for (let change = 0; change < 3; change += 1)
      lines[(mark * 17 + change * 5) % lines.length] = `${mark} ${change}`;
    const message = `Change ${mark}`;
    const body = `${lines.join("\n")}\n`;
    const merge = mark % 10 === 0;
    // 10k+9 branches off and 10k+10 merges it; the merge itself carries the tree of both
    const from = mark === 1 ? [] : [`from :${merge ? mark - 2 : mark - 1}`];
    out.push(`commit refs/heads/main`, `mark :${mark}`, `author ${who}`, `committer ${who}`);
    out.push(`data ${message.length}`, message, ...from, ...(merge ? [`merge :${mark - 1}`] : []));
    out.push(`M 100644 inline src/f${file}.ts`, `data ${body.length}`, body);
  }
  return `${out.join("\n")}\n`;
}

describe("a repository of ten thousand commits", function () {
  this.timeout(120_000);
  let repository: TestRepository;
  before(() => {
    repository = new TestRepository(["--bare"]);
    repository.run(["fast-import", "--quiet"], { input: fastImport() });
  });
  after(() => repository.remove());

  it(`is read within ${BOUND} s, every commit in one group`, async () => {
    const start = performance.now();
    const { groups, grouping } = await readHistory(repository.path, { group: "commits:1" });
    const seconds = (performance.now() - start) / 1_000;
    expect(groups.reduce((sum, { commits }) => sum + commits.length, 0)).equal(COMMITS);
    expect(groups).length(40);
    expect(grouping.coarsenedFrom).equal(COMMITS - COMMITS / 10);
    expect(groups.slice(1).every(({ upstream }) => upstream.length > 0)).equal(true);
    expect(seconds).below(BOUND);
  });

  it("lists a thousand commits of a large group in its manifest, and says how many it left out", async () => {
    const history = await readHistory(repository.path, { max: 1 });
    const registrant = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    const manifest = groupManifest(history, 0, { chainId: 1, registrant });
    expect(manifestSchema.safeParse(manifest).success).equal(true);
    expect(manifest.commits).length(MAX_COMMITS);
    expect(manifest.commits.at(-1)?.subject).equal(`Change ${COMMITS}`);
    expect(manifest.commitsOmitted).equal(COMMITS - MAX_COMMITS);
    expect(manifest.contributors).length(100);
    expect(manifest.contributorsFolded).equal(20);
    expect(manifest.notes.join()).includes("20 people");
  });
});
