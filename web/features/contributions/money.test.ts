import { expect } from "chai";
import { contributorsPart, divide, foldRecipients, formatWeight, percentOf } from "./money.ts";
import { layOut } from "./sankey.ts";
import { binVotes, LEVELS, pointsOf } from "./votes.ts";

// The worked example of docs/concepts.md.
const settlement = {
  ...{ epoch: 2, points: "32", rate: "80991333927269782133", settledAt: 1, tx: "0x" },
  ...{ amount: "2591722685672633028256", citadel: "259172268567263302825", people: "2332550417105369725431" },
};
const payment = (node: string, kind: "Account" | "Contribution" | "Identity", amount: string) => ({
  ...{ node, kind, amount, minted: amount },
});
const payments = [
  payment("parser", "Contribution", "279906050052644367051"),
  payment("ben", "Account", "1026322183526362679190"),
  payment("dan", "Account", "342108078723576577305"),
  payment("cleo", "Identity", "684214104802786101885"),
];
const flow = {
  ...{
    id: "1",
    token: "0x",
    origin: "Settlement" as const,
    settlement: true,
    amount: settlement.people,
    minted: settlement.people,
  },
  ...{ timestamp: 1, tx: "0x", payments },
};

describe("a settlement", () => {
  const division = divide(settlement, [flow]);

  it("is divided to the wei: largest first, the commons last", () => {
    const { recipients, amount } = division;
    expect(recipients.map(({ node, kind }) => node ?? kind)).deep.equal([
      ...["ben", "cleo", "dan", "parser", "commons"],
    ]);
    expect(recipients.map(({ kind }) => kind)).deep.equal([
      ...["contributor", "contributor", "contributor", "upstream", "commons"],
    ]);
    expect(recipients.reduce((sum, recipient) => sum + recipient.amount, 0n)).equal(amount);
  });

  it("leads from each part to the payment that it is, by its place in the flow", () => {
    expect(division.recipients.map(({ payment: of }) => of?.position)).deep.equal([1, 3, 2, 0, undefined]);
    expect(division.recipients[0]?.payment).deep.equal({ flow: "1", position: 1 });
    expect(foldRecipients(division.recipients, 3)[2]?.payment).equal(undefined);
  });

  it("shows the smallest parts as one where there are many", () => {
    const folded = foldRecipients(division.recipients, 3);
    expect(folded.map(({ kind, count }) => `${count} ${kind}`)).deep.equal([
      ...["1 contributor", "1 contributor", "2 others", "1 commons"],
    ]);
    expect(folded.reduce((sum, { amount }) => sum + amount, 0n)).equal(division.amount);
    expect(foldRecipients(division.recipients, 4)).deep.equal(division.recipients);
  });

  it("has percentages that never say more than there is", () => {
    expect(percentOf(division.people, division.amount)).equal(90);
    expect(percentOf(1n, 3n)).equal(33.33);
    expect(percentOf(1n, 0n)).equal(0);
    expect(formatWeight(120_000)).equal("12%");
    expect(formatWeight(100)).equal("0.01%");
    expect(contributorsPart([{ weight: 120_000 }, { weight: 30_000 }])).equal(850_000);
  });

  it("is a picture in which nothing is lost and no two labels touch", () => {
    const size = { width: 640, labelWidth: 190, rowHeight: 42, barHeight: 210 };
    const { source, people, targets, ribbons, height } = layOut(division.amount, division.recipients, size);
    expect(source.height).closeTo(210, 0.1);
    expect(people.height).closeTo(189, 0.1);
    const middles = targets.map((bar) => bar.y + bar.height / 2);
    for (const [place, middle] of middles.entries()) {
      if (place > 0) expect(middle - (middles[place - 1] ?? 0)).at.least(size.rowHeight - 0.02);
    }
    expect(Math.max(...targets.map((bar) => bar.y + bar.height))).at.most(height);
    expect(ribbons).length(targets.length + 1);
  });

  it("is a picture even of nothing", () => {
    const { targets } = layOut(0n, division.recipients, {
      width: 1,
      labelWidth: 0,
      rowHeight: 1,
      barHeight: 1,
    });
    for (const { height } of targets) expect(height).equal(2);
  });
});

describe("the votes", () => {
  it("stand in a column for each level", () => {
    const votes = [{ level: 5 }, { level: 5 }, { level: 6 }, { level: null }];
    const bins = binVotes(votes);
    expect(bins.map(({ level }) => level)).deep.equal([...LEVELS]);
    expect(bins.map(({ votes: of }) => of.length)).deep.equal([0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0]);
  });

  it("are worth twice as much with each level", () => {
    expect(LEVELS.map(pointsOf)).deep.equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
  });
});
