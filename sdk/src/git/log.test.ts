import { expect } from "chai";
import { emailIdentity } from "../identity.ts";
import type { CommitEvidence } from "../manifest/index.ts";
import { TestRepository } from "./fixture.ts";
import { readHistory } from "./history.ts";

const ada = emailIdentity("ada@example.org");
const ben = emailIdentity("ben@example.org");

describe("how commits are read", () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = new TestRepository();
  });
  afterEach(() => repository.remove());

  async function only(): Promise<CommitEvidence> {
    const { groups } = await readHistory(repository.path);
    const commit = groups.at(-1)?.commits.at(-1);
    return commit ?? expect.fail("there is no commit");
  }

  it("reads hash, author, date, subject and counts", async () => {
    repository.commit({ files: { a: "1\n2\n" } });
    const hash = repository.commit({
      files: { a: "1\n3\n", b: "x\n" },
      message: "Short\nsubject\n\nBody",
      email: " BEN@Example.org ",
      at: 1_706_702_400,
    });
    expect(await only()).deep.equal({
      ...{ hash, author: ben, coAuthors: [], date: "2024-01-31T12:00:00Z" },
      ...{ subject: "Short subject", added: 2, deleted: 1, files: 2 },
    });
  });

  it("reads latin-1 that says so, and replaces bytes that are no UTF-8", async () => {
    repository.git("config", "i18n.commitEncoding", "ISO-8859-1");
    repository.commit({ message: Buffer.from("Caf\xe9 \xfcber", "latin1") });
    expect((await only()).subject).equal("Café über");
    const ada = "Ada <ada@example.org> 1700000000 +0000";
    const undeclared = `author ${ada}\ncommitter ${ada}\n\nCaf\xe9 au lait\n`;
    repository.commitRaw(Buffer.from(undeclared, "latin1"));
    expect((await only()).subject).equal("Caf\ufffd au lait");
  });

  it("removes control characters and marks that reorder text, and keeps emoji", async () => {
    repository.commit({ message: "a\u0007b\u001b[31m\u202etxt\tc 👩‍🚀" });
    expect((await only()).subject).equal("a b [31m txt c 👩‍🚀");
    repository.commit({ message: "x".repeat(500) });
    expect((await only()).subject).equal(`${"x".repeat(199)}…`);
  });

  it("reads commits without a message", async () => {
    repository.commit({ message: "", files: { a: "1\n" } });
    const { groups } = await readHistory(repository.path);
    expect(groups[0]?.commits[0]?.subject).equal("");
    expect(groups[0]?.title).match(/^Commit [0-9a-f]{12}$/);
  });

  it("reads file names with newlines, tabs, quotes, emoji and bytes that are no UTF-8", async () => {
    const odd = [
      "new\nline",
      'quo"te',
      "tab\there",
      "🚀 rocket",
      "-dash",
      ":colon",
      "1\t2\tcounts",
      "\u0001commit",
    ];
    repository.write(Object.fromEntries(odd.map((name) => [name, "1\n2\n3\n"])));
    const blob = repository.run(["hash-object", "-w", "--stdin"], { input: "1\n2\n3\n" });
    repository.git("add", "-A");
    const entry = Buffer.concat([
      Buffer.from(`100644 ${blob}\t`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from("\0"),
    ]);
    repository.run(["update-index", "-z", "--index-info"], { input: entry });
    repository.git("commit", "-q", "-m", "Odd names");
    expect(await only()).include({
      subject: "Odd names",
      files: odd.length + 1,
      added: 3 * (odd.length + 1),
    });
    for (const name of odd) repository.git("mv", `./${name}`, `./${name}-moved`);
    repository.git("commit", "-q", "-m", "Moved");
    expect(await only()).include({ subject: "Moved", added: 0, deleted: 0 });
  });

  it("counts a rename as no lines, a binary as none but a file, and an empty commit as nothing", async () => {
    repository.commit({ files: { a: "1\n2\n3\n4\n5\n6\n" } });
    repository.git("mv", "a", "b");
    repository.commit({ files: { "b.bin": Buffer.from([0, 1, 2, 10, 0]) } });
    expect(await only()).include({ added: 0, deleted: 0, files: 2 });
    repository.commit({});
    expect(await only()).include({ added: 0, deleted: 0, files: 0 });
  });

  it("takes no orders from .gitattributes or the repository's settings", async () => {
    repository.git("config", "diff.external", "false");
    repository.git("config", "diff.shout.textconv", "false");
    repository.git("config", "diff.noprefix", "true");
    repository.git("config", "diff.renames", "false");
    repository.git("config", "log.showRoot", "false");
    repository.git("config", "log.showSignature", "true");
    repository.commit({
      files: { ".gitattributes": "*.x diff=shout\n*.y binary\n", "a.x": "1\n", "a.y": "1\n" },
    });
    expect(await only()).include({ added: 4, files: 3 });
  });

  it("credits co-authors once each, whatever the case of the trailer, and never the author twice", async () => {
    const message =
      "Pair\n\nCo-authored-by: Ben <ben@example.org>\nco-authored-by: BEN <BEN@example.org>\n" +
      "Co-Authored-By: Ada <ada@example.org>\nCo-authored-by: nobody\nCo-authored-by: Nobody <>\nCo-authored-by: >x<";
    repository.commit({ message, files: { a: "1\n" } });
    expect(await only()).deep.include({ author: ada, coAuthors: [ben] });
    const { groups } = await readHistory(repository.path);
    expect(groups[0]?.shares.map(({ weight }) => weight)).deep.equal([500_000, 500_000]);
  });

  it("follows the committed mailmap for authors and co-authors, not the one lying in the folder", async () => {
    const message = "Pair\n\nCo-authored-by: Benjamin <benjamin@old.example>";
    repository.commit({ message, files: { a: "1\n" }, email: "ada@old.example" });
    const mailmap = "Ada <ada@example.org> <ada@old.example>\nBen <ben@example.org> <benjamin@old.example>\n";
    repository.commit({ files: { ".mailmap": mailmap }, message: "Mapped" });
    repository.write({ ".mailmap": "Eve <eve@example.org> <ada@old.example>\n" });
    const { groups } = await readHistory(repository.path);
    expect(groups[0]?.commits[0]).deep.include({ author: ada, coAuthors: [ben] });
  });

  it("credits authors without an e-mail by name, so that they are not one person", async () => {
    repository.commit({ files: { a: "1\n" }, email: "<>", name: "Ada" });
    repository.commit({ files: { a: "2\n" }, email: "<>", name: "Ben" });
    const { groups } = await readHistory(repository.path, { max: 1 });
    expect(groups[0]?.shares.map(({ subject }) => subject)).members([
      emailIdentity("ada"),
      emailIdentity("ben"),
    ]);
  });

  it("counts in a merge only the lines that none of its parents has", async () => {
    repository.commit({ files: { a: "1\n2\n3\n", c: "gone\n" } });
    repository.git("checkout", "-q", "-b", "side");
    repository.commit({ files: { b: "side\n" }, email: "ben@example.org" });
    repository.git("checkout", "-q", "main");
    repository.commit({ files: { d: "main\n" } });
    repository.merge("Plain", "side");
    expect(await only()).include({ subject: "Plain", added: 0, deleted: 0, files: 0 });

    repository.git("checkout", "-q", "side");
    repository.commit({ files: { b: "side 2\n" } });
    repository.git("checkout", "-q", "main");
    repository.git("merge", "-q", "--no-ff", "--no-commit", "side");
    repository.commit({
      files: { a: "1\nevil\n3\n", "new.c": "e\nf\n" },
      message: "Evil",
      email: "eve@example.org",
    });
    expect(await only()).include({ subject: "Evil", added: 3, deleted: 1, files: 2 });
    const { groups } = await readHistory(repository.path, { group: "merges" });
    const shares = groups.at(-1)?.shares.map(({ subject }) => subject);
    expect(shares).includes(emailIdentity("eve@example.org"));
  });
});
