import { expect } from "chai";
import { emailIdentity } from "../identity.ts";
import { countedLines } from "./commit.ts";
import { fakeCommit } from "./fixture.ts";
import { LOG2_SCALE, log2 } from "./log2.ts";
import { contributorShares, workOf } from "./shares.ts";

const [ada, ben, eve] = ["ada@example.org", "ben@example.org", "eve@example.org"] as const;
const weightsOf = (commits: Parameters<typeof contributorShares>[0]) =>
  Object.fromEntries(contributorShares(commits).shares.map(({ subject, weight }) => [subject, weight]));

describe("log2 in whole numbers", () => {
  it("agrees with the engine's to nine digits, is exact at powers of two and never falls", () => {
    let before = -1n;
    for (let n = 1; n <= 10_001; n += 1) {
      const value = log2(n);
      expect(value > before).equal(true);
      expect(Number(value) / 2 ** Number(LOG2_SCALE)).closeTo(Math.log2(n), 1e-9);
      before = value;
    }
    expect(log2(1)).equal(0n);
    expect(log2(8)).equal(3n << LOG2_SCALE);
    for (const wrong of [0, -1, 1.5, Number.NaN]) expect(() => log2(wrong)).throw(RangeError);
  });
});

describe("who made it", () => {
  it("counts a file by what it is", () => {
    expect(countedLines("code", 30, 12, false)).equal(42);
    expect(countedLines("code", 5_000, 0, false)).equal(1_000);
    expect(countedLines("generated", 5_000, 0, false)).equal(1);
    expect(countedLines("generated", 0, 0, false)).equal(0); // a rename
    expect(countedLines("doc", 0, 0, true)).equal(10);
  });

  it("takes the logarithm of a commit's lines, up to ten thousand", () => {
    expect(workOf(fakeCommit({ counted: 7 }))).equal(3n << LOG2_SCALE);
    expect(workOf(fakeCommit({ counted: 1_000_000 }))).equal(workOf(fakeCommit({ counted: 10_000 })));
  });

  it("gives log2(1 + 7) against log2(1 + 1) three to one", () => {
    const commits = [fakeCommit({ counted: 7, by: [ada] }), fakeCommit({ counted: 1, by: [ben] })];
    expect(weightsOf(commits)).deep.equal({ [emailIdentity(ada)]: 750_000, [emailIdentity(ben)]: 250_000 });
  });

  it("divides a commit equally among its people", () => {
    const commits = [fakeCommit({ counted: 7, by: [ada, ben, eve] }), fakeCommit({ counted: 7, by: [ada] })];
    const weights = weightsOf(commits);
    expect(weights[emailIdentity(ada)]).closeTo(666_667, 1);
    expect(weights[emailIdentity(ben)]).closeTo(166_667, 1);
    expect(weights[emailIdentity(eve)]).closeTo(166_667, 1);
  });

  it("leaves bots out while there are people", () => {
    const commits = [
      fakeCommit({ counted: 900, by: [], bots: ["dependabot"] }),
      fakeCommit({ counted: 1, by: [ben] }),
    ];
    expect(weightsOf(commits)).deep.equal({ [emailIdentity(ben)]: 1_000_000 });
    const paired = [fakeCommit({ counted: 9, by: [ada], bots: ["copilot"] })];
    expect(weightsOf(paired)).deep.equal({ [emailIdentity(ada)]: 1_000_000 });
  });

  it("credits who merged a bot's work before the bot, and a bot only when it is alone, and says so", () => {
    const bot = fakeCommit({ counted: 9, by: [], bots: ["dependabot"] });
    const merged = contributorShares([bot, fakeCommit({ counted: 0, by: [ada] })]);
    expect(merged.shares.map(({ subject }) => subject)).deep.equal([emailIdentity(ada)]);
    expect(merged.notes).length(1);
    const alone = contributorShares([bot]);
    expect(alone.shares).length(1);
    expect(alone.notes.join()).includes("machines");
  });

  it("counts empty commits alike when there is nothing else", () => {
    const commits = [fakeCommit({ by: [ada] }), fakeCommit({ by: [ada] }), fakeCommit({ by: [ben] })];
    expect(weightsOf(commits)).deep.equal({ [emailIdentity(ada)]: 666_667, [emailIdentity(ben)]: 333_333 });
  });

  describe("when work is reverted", () => {
    const original = fakeCommit({ hash: "1", added: 8, deleted: 2, counted: 10, by: [ada] });
    const revert = fakeCommit({ hash: "2", added: 2, deleted: 8, counted: 10, by: [ben], reverts: "1" });
    const again = fakeCommit({ hash: "3", added: 8, deleted: 2, counted: 10, by: [eve], reverts: "2" });
    const other = fakeCommit({ hash: "4", added: 1, counted: 1, by: [eve] });

    it("counts neither the commit nor its revert", () => {
      expect(weightsOf([original, revert, other])).deep.equal({ [emailIdentity(eve)]: 1_000_000 });
    });

    it("counts the commit again when the revert is reverted", () => {
      expect(weightsOf([original, revert, again])).deep.equal({ [emailIdentity(ada)]: 1_000_000 });
    });

    it("does not believe words: a revert whose lines do not mirror cancels nothing", () => {
      const claimed = { ...revert, added: 1, deleted: 0, counted: 1 };
      const { shares, notes } = contributorShares([original, claimed]);
      expect(shares.map(({ subject }) => subject)).deep.equal([emailIdentity(ada), emailIdentity(ben)]);
      expect(notes).deep.equal([]);
    });
  });
});
