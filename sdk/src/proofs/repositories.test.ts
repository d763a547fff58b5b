import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { git } from "../practice/signedCommit.ts";
import { GIT_LIMITS } from "./boundedGit.ts";
import { ProofAwayError, ProofError } from "./errors.ts";
import { borrowRepository, isPlainRef, type RepositoryRequest } from "./repositories.ts";
import { ADA, TestHistory } from "./testing/claimant.ts";

const local = { local: true };
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("azora-proof-"));

describe("borrowed repositories", function () {
  this.timeout(60_000);
  let history: TestHistory;
  beforeEach(() => {
    history = new TestHistory();
  });
  afterEach(() => history.remove());

  const request = (part: Partial<RepositoryRequest> = {}): RepositoryRequest => ({
    url: history.path,
    ref: "HEAD",
    want: "commits",
    ...part,
  });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it("give commits as they are, and are taken away afterwards", async () => {
    const names = [
      history.commit({ email: ADA }),
      history.commit({ email: ADA }),
      history.commit({ email: ADA }),
    ];
    const [first = "", second = "", third = ""] = names;
    const before = leftovers();
    await borrowRepository(request(), local, async (repository) => {
      expect(leftovers()).to.have.length(before.length + 1);
      expect(repository.tip).to.equal(third);
      expect(await repository.has(first)).to.equal(true);
      expect(await repository.has("1".repeat(40))).to.equal(false);
      expect(await repository.range(null, second)).to.have.members([first, second]);
      expect(await repository.range(first, third)).to.have.members([second, third]);
      const objects = await repository.commits([third, first]);
      expect(objects.map(String)).to.deep.equal(
        [third, first].map((name) => `${git(history.path, ["cat-file", "commit", name])}\n`),
      );
      expect(await refusal(repository.commits(["1".repeat(40)]))).to.be.instanceOf(ProofError);
    });
    expect(leftovers()).to.have.length(before.length);
    const failed = borrowRepository(request(), local, async () => {
      throw new Error("of the test");
    });
    expect(await refusal(failed)).to.have.property("message", "of the test");
    expect(leftovers()).to.have.length(before.length);
  });

  it("have only the commits of the ref that was named", async () => {
    const first = history.commit({ email: ADA });
    git(history.path, ["branch", "old"]);
    const second = history.commit({ email: ADA });
    await borrowRepository(request({ ref: "refs/heads/old" }), local, async (repository) => {
      expect(repository.tip).to.equal(first);
      expect(await repository.has(second)).to.equal(false);
    });
  });

  it("run nothing of the repository: no hook, no filter, no submodule, no program that it configures", async () => {
    const marker = path.join(history.path, "ran");
    const program = `#!/bin/sh\ntouch '${marker}'\n`;
    const hooks = path.join(history.path, ".git", "hooks");
    mkdirSync(hooks, { recursive: true });
    for (const hook of ["reference-transaction", "post-checkout", "pre-auto-gc", "post-merge", "update"])
      writeFileSync(path.join(hooks, hook), program, { mode: 0o755 });
    const script = path.join(history.path, "evil.sh");
    writeFileSync(script, program, { mode: 0o755 });
    history.commit({
      email: ADA,
      files: {
        ".gitattributes": "* filter=evil\n",
        ".gitmodules": `[submodule "a"]\n\tpath = a\n\turl = ${history.path}\n`,
        "FUNDING.json": "{}",
      },
    });
    for (const [key, value] of Object.entries({
      "core.fsmonitor": script,
      "core.sshCommand": script,
      "filter.evil.smudge": script,
      "filter.evil.process": script,
      "uploadpack.packObjectsHook": script,
      "credential.helper": script,
      "core.alternateRefsCommand": script,
    }))
      git(history.path, ["config", key, value]);
    rmSync(marker, { force: true });
    await borrowRepository(request(), local, (repository) => repository.range(null, repository.tip));
    await borrowRepository(request({ want: "root" }), local, (repository) =>
      repository.rootFile("FUNDING.json", 10),
    );
    expect(existsSync(marker)).to.equal(false);
  });

  it("end when they take too much room or time, or when they are interrupted", async () => {
    history.commit({ email: ADA, files: { "large.txt": Math.random().toString(36).repeat(10) } });
    const work = async () => "never";
    const small = { ...GIT_LIMITS, answerBytes: 10 };
    expect(await refusal(borrowRepository(request(), { local: true, limits: small }, work))).to.be.instanceOf(
      ProofError,
    );
    const tiny = { ...GIT_LIMITS, bytes: 10 };
    const large = await refusal(borrowRepository(request(), { local: true, limits: tiny }, work));
    expect(large).to.be.instanceOf(ProofError);
    expect(large)
      .to.have.property("message")
      .that.matches(/takes more than 0 MiB/);
    const short = { ...GIT_LIMITS, timeMs: 1 };
    expect(await refusal(borrowRepository(request(), { local: true, limits: short }, work))).to.be.instanceOf(
      ProofAwayError,
    );
    const signal = AbortSignal.abort();
    expect(await refusal(borrowRepository(request(), { local: true, signal }, work))).to.be.instanceOf(
      ProofAwayError,
    );
  });

  it("are refused when there is no such ref, no repository, or when the ref is no plain one", async () => {
    history.commit({ email: ADA });
    const work = async () => "never";
    const none = await refusal(borrowRepository(request({ ref: "refs/heads/none" }), local, work));
    expect(none).to.be.instanceOf(ProofError);
    const empty = mkdtempSync(path.join(tmpdir(), "azora-none-"));
    expect(await refusal(borrowRepository(request({ url: empty }), local, work))).to.be.instanceOf(
      ProofAwayError,
    );
    rmSync(empty, { recursive: true });
    expect(await refusal(borrowRepository(request({ ref: "main" }), local, work))).to.be.instanceOf(
      ProofError,
    );
    expect(await refusal(borrowRepository(request(), { local: false }, work))).to.be.instanceOf(ProofError);
  });

  it("take a ref only as git itself writes it", () => {
    for (const ref of ["HEAD", "refs/heads/main", "refs/tags/v1.0.0", "refs/heads/feature/a_b"])
      expect(isPlainRef(ref), ref).to.equal(true);
    for (const ref of [
      "",
      "main",
      "--upload-pack=x",
      "refs/heads/-x",
      "refs/heads/a..b",
      "refs/heads/a b",
      "refs/pull/1/head",
      "refs/heads/a.lock",
      "refs/heads/a:refs/heads/b",
      "refs/heads/a/",
      "refs/heads/*",
    ])
      expect(isPlainRef(ref), ref).to.equal(false);
  });

  it("are read from a mirror on local chains only", async () => {
    const tip = history.commit({ email: ADA });
    const url = "https://github.com/alice/ledger";
    const mirror = (asked: string) => (asked === url ? history.path : undefined);
    const seen = borrowRepository(
      request({ url }),
      { local: true, mirror },
      async (repository) => repository.tip,
    );
    expect(await seen).to.equal(tip);
    const away = async () => [];
    const elsewhere = borrowRepository(
      request({ url }),
      { local: false, mirror, resolve: away },
      async () => "never",
    );
    expect(await refusal(elsewhere)).to.be.instanceOf(ProofAwayError);
  });
});
