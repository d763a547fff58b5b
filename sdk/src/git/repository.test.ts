import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import {
  DubiousOwnershipError,
  failureOf,
  type GitError,
  GitFailedError,
  GitNotInstalledError,
  NoCommitsError,
  NotARepositoryError,
  OptionOutOfRangeError,
  PartialCloneError,
  PathMissingError,
  ShallowCloneError,
  UnknownRefError,
  UnknownSinceError,
  UnreadableRepositoryError,
} from "./errors.ts";
import { TestRepository } from "./fixture.ts";
import { readHistory } from "./history.ts";
import type { HistoryOptions } from "./options.ts";
import { openRepository } from "./repository.ts";

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail("it should have failed"),
    (error: unknown) => error,
  );
}

describe("what a repository that cannot be read gets", () => {
  let repository: TestRepository;
  let folder: string;

  beforeEach(() => {
    repository = new TestRepository();
    folder = mkdtempSync(join(tmpdir(), "azora-none-"));
  });
  afterEach(() => {
    repository.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says that git is not installed, with the system's error as its cause", async () => {
    const { PATH } = process.env;
    process.env.PATH = folder;
    try {
      const error = await failure(openRepository(repository.path));
      expect(error).instanceOf(GitNotInstalledError);
      const code = (found: unknown) => found instanceof Error && "code" in found && found.code === "ENOENT";
      expect((error as GitError).walk(code)).instanceOf(Error);
    } finally {
      process.env.PATH = PATH;
    }
  });

  it("says that a path is missing", async () => {
    expect(await failure(readHistory(join(folder, "nowhere")))).instanceOf(PathMissingError);
  });

  it("says that a folder or a file is no repository", async () => {
    expect(await failure(readHistory(folder))).instanceOf(NotARepositoryError);
    writeFileSync(join(folder, "file"), "");
    expect(await failure(readHistory(join(folder, "file")))).instanceOf(NotARepositoryError);
  });

  it("refuses a shallow clone and says how to complete it", async () => {
    repository.commit({ files: { a: "1\n" } });
    repository.commit({ files: { a: "2\n" } });
    repository.git("clone", "-q", "--depth=1", `file://${repository.path}`, join(folder, "clone"));
    const error = await failure(readHistory(join(folder, "clone")));
    expect(error).instanceOf(ShallowCloneError);
    expect((error as GitError).message).includes("git fetch --unshallow");
  });

  it("refuses a partial clone, for reading it would reach for the network", async () => {
    repository.commit({ files: { a: "1\n" } });
    repository.git("config", "uploadpack.allowFilter", "true");
    repository.git(
      "clone",
      "-q",
      "--no-checkout",
      "--filter=blob:none",
      `file://${repository.path}`,
      join(folder, "c"),
    );
    expect(await failure(readHistory(join(folder, "c")))).instanceOf(PartialCloneError);
  });

  it("says that there are no commits, or none of that range", async () => {
    expect(await failure(readHistory(repository.path))).instanceOf(NoCommitsError);
    repository.commit({});
    expect(await failure(readHistory(repository.path, { since: "2030-01-01" }))).instanceOf(NoCommitsError);
  });

  it("names the folder that git does not trust", async function () {
    // Only root can give a folder away; the words are tested below.
    this.needs(process.getuid?.() === 0, "run the tests as root");
    repository.commit({});
    chownSync(repository.path, 12_345, 12_345);
    chownSync(join(repository.path, ".git"), 12_345, 12_345);
    const error = await failure(readHistory(repository.path));
    expect(error).instanceOf(DubiousOwnershipError);
    expect((error as GitError).shortMessage)
      .includes("safe.directory")
      .and.includes(repository.path);
  });

  it("says that a folder is unreadable", async () => {
    mkdirSync(join(folder, "in"));
    chmodSync(folder, 0);
    const root = process.geteuid?.() === 0; // who may read everything, and so becomes nobody for a moment
    if (root) process.seteuid?.(65_534);
    try {
      expect(await failure(readHistory(join(folder, "in")))).instanceOf(UnreadableRepositoryError);
    } finally {
      if (root) process.seteuid?.(0);
      chmodSync(folder, 0o700);
    }
  });

  it("turns git's words into classes, with its words kept as details", () => {
    const dubious = "fatal: detected dubious ownership in repository at '/x'";
    const cases: [string, new (...args: never[]) => GitError][] = [
      [dubious, DubiousOwnershipError],
      ["fatal: unsafe repository ('/x' is owned by someone else)", DubiousOwnershipError],
      ["fatal: cannot open '.git/HEAD': Permission denied", UnreadableRepositoryError],
      ["fatal: not a git repository (or any of the parent directories): .git", NotARepositoryError],
      ["error: object file is empty", GitFailedError],
    ];
    for (const [said, kind] of cases) {
      const error = failureOf("/x", "log", said);
      expect(error).instanceOf(kind);
      expect(error.details).equal(said);
      expect(error.name).equal(kind.name);
    }
  });

  it("says that objects are damaged, without a half-done history", async () => {
    repository.commit({ files: { a: "1\n" } });
    const tree = repository.git("rev-parse", "HEAD^{tree}");
    const object = join(repository.path, ".git/objects", tree.slice(0, 2), tree.slice(2));
    chmodSync(object, 0o644);
    writeFileSync(object, "broken");
    expect(await failure(readHistory(repository.path))).instanceOf(GitFailedError);
  });

  it("refuses options out of range by name", async () => {
    repository.commit({});
    const wrong: HistoryOptions[] = [
      { max: 0 },
      { max: 1_001 },
      { max: 1.5 },
      { max: Number.NaN },
      { maxUpstream: -1 },
      { maxUpstream: 1_000_001 },
      { group: "commits:0" },
      { group: "commits:1000001" },
    ];
    for (const options of wrong) {
      expect(await failure(readHistory(repository.path, options)), JSON.stringify(options)).instanceOf(
        OptionOutOfRangeError,
      );
    }
  });

  it("refuses refs and dates that mean nothing, or something else", async () => {
    repository.commit({});
    for (const ref of ["nope", "--all", "", "HEAD:README", "a\0b"]) {
      expect(await failure(readHistory(repository.path, { ref })), ref).instanceOf(UnknownRefError);
    }
    for (const since of ["2024-02-31", "2024-13-01", "2 weeks ago", "nope", "--all"]) {
      expect(await failure(readHistory(repository.path, { since })), since).instanceOf(UnknownSinceError);
    }
    repository.git("checkout", "-q", "--orphan", "other");
    repository.commit({ message: "Another root" });
    expect(await failure(readHistory(repository.path, { ref: "main", since: "other" }))).instanceOf(
      UnknownSinceError,
    );
  });
});

describe("what is known of a repository", () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = new TestRepository();
    repository.commit({ files: { "in/file": "1\n" } });
  });
  afterEach(() => repository.remove());

  it("is found from a folder inside it, and says where its top is", async () => {
    const { root } = await openRepository(join(repository.path, "in"));
    expect(root).equal(repository.path);
  });

  it("is not redirected by GIT_ variables", async () => {
    const other = new TestRepository();
    process.env.GIT_DIR = join(other.path, ".git");
    process.env.GIT_INDEX_FILE = "/nonexistent";
    process.env.GIT_OBJECT_DIRECTORY = "/nonexistent";
    try {
      expect((await readHistory(repository.path)).groups).length(1);
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
      delete process.env.GIT_OBJECT_DIRECTORY;
      other.remove();
    }
  });

  it("runs no program that the repository configures", async () => {
    const marker = join(repository.path, "ran");
    writeFileSync(join(repository.path, "program"), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    const programs = ["gpg.program", "diff.external", "core.pager", "core.fsmonitor", "diff.x.textconv"];
    for (const setting of programs) repository.git("config", setting, join(repository.path, "program"));
    repository.git("config", "log.showSignature", "true");
    repository.write({ ".git/info/attributes": "* diff=x\n" });
    const ada = "Ada <ada@example.org> 1700000000 +0000";
    const parent = repository.git("rev-parse", "HEAD");
    const signed = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----";
    repository.commitRaw(`parent ${parent}\nauthor ${ada}\ncommitter ${ada}\n${signed}\n\nSigned\n`);
    rmSync(marker, { force: true });
    await readHistory(repository.path, { group: "commits:1" });
    expect(existsSync(marker)).equal(false);
  });

  it("publishes name and remote, and no folder of the machine", async () => {
    repository.git("remote", "add", "origin", "https://ada:secret@example.org/team/tool.git?token=secret");
    const history = await readHistory(repository.path);
    expect(history.repository).deep.equal({ name: "tool", remote: "https://example.org/team/tool.git" });
    expect(JSON.stringify(history)).not.includes("secret").and.not.includes(repository.path);
    expect(JSON.stringify(history)).not.includes('example.org"').and.not.includes("Ada");
  });

  it("reads bare repositories and linked work trees alike", async () => {
    repository.git("tag", "v1");
    const [bare, tree] = [`${repository.path}-bare.git`, `${repository.path}-tree`];
    repository.git("clone", "-q", "--bare", repository.path, bare);
    repository.git("worktree", "add", "-q", tree, "-b", "tree");
    try {
      const here = await readHistory(repository.path);
      expect((await readHistory(bare)).groups).deep.equal(here.groups);
      expect((await readHistory(tree)).groups).deep.equal(here.groups);
    } finally {
      rmSync(bare, { recursive: true });
      rmSync(tree, { recursive: true });
    }
  });
});
