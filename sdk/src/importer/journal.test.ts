import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { generatedHistory } from "../git/index.ts";
import { JournalError } from "./errors.ts";
import { type Journal, readJournals, type Scope, writeJournal } from "./journal.ts";

const scope: Scope = {
  chain: `0x${"11".repeat(32)}`,
  registry: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  registrant: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
};
const journal = (seed: number): Journal => ({
  version: 1,
  ...scope,
  history: generatedHistory({ seed, contributions: 4 }),
  decisions: { "git:a..b": { evidenceHash: `0x${"22".repeat(32)}`, dropped: ["git:root..a"] } },
});

describe("importer: journal", () => {
  let folder: string;

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), "azora-journal-")), "imports");
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

  it("is read as it was written, one file a repository", () => {
    writeJournal(folder, journal(1));
    writeJournal(folder, journal(2));
    writeJournal(folder, journal(1));
    expect(readdirSync(folder)).to.have.length(2);
    expect(readJournals(folder, scope)).to.have.deep.members([journal(1), journal(2)]);
  });

  it("is of one chain and one registrant", () => {
    writeJournal(folder, journal(1));
    expect(readJournals(folder, { ...scope, chain: `0x${"33".repeat(32)}` })).to.deep.equal([]);
    expect(readJournals(path.join(folder, "none"), scope)).to.deep.equal([]);
  });

  it("is never guessed when it is damaged", () => {
    mkdirSync(folder);
    for (const text of ["{", "{}", '{"version":2}']) {
      writeFileSync(path.join(folder, "damaged.json"), text);
      expect(() => readJournals(folder, scope), text).to.throw(JournalError, "damaged.json");
    }
  });
});
