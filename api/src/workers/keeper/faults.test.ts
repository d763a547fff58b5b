import { type Node, Outcome, Phase, type View, voteKey, type WorkView } from "@azora/sdk";
import { expect } from "chai";
import { challenged, judge, nodeOf, over, viewAt, work } from "../testing/view.ts";
import { afterwards } from "./faults.ts";

const NODE = nodeOf(1);

function slashed(view: View, round: number, place: number): void {
  const slash = { account: judge(place), contribution: NODE, round, fault: 0, amount: 1n, reward: 0n };
  view.slashes.set(voteKey(NODE, round, judge(place)), { ...slash, prover: judge(9) });
}

const absence = (position: number, round = 1) => ({
  kind: "proveAbsence",
  node: NODE,
  round,
  validator: judge(position),
  position,
});

describe("absences", () => {
  const neglected = (change: Partial<WorkView> = {}) =>
    work(Phase.Scored, { round: over(1, [5, undefined, 5]), ...change });

  it("are proven from the end of the reveal window on, and not a second earlier", () => {
    expect(afterwards(viewAt(20n, 169n), neglected())).to.deep.equal([]);
    expect(afterwards(viewAt(20n, 170n), neglected())).to.deep.equal([absence(1)]);
  });

  it("are proven in a round that was never drawn of nobody", () => {
    const round = { ...over(1, [undefined]), revealEnd: 0n };
    expect(afterwards(viewAt(20n, 999n), work(Phase.Armed, { round }))).to.deep.equal([]);
  });

  it("are proven of every round, of those before too", () => {
    const round = over(2, [undefined, 5]);
    const view = viewAt(20n, 170n);
    expect(
      afterwards(view, work(Phase.Scored, { round, past: [over(1, [undefined, undefined, 5])] })),
    ).to.deep.equal([absence(0), absence(1), absence(0, 2)]);
  });

  it("are proven once", () => {
    const view = viewAt(20n, 170n);
    slashed(view, 1, 1);
    expect(afterwards(view, neglected())).to.deep.equal([]);
    view.slashes.clear();
    slashed(view, 2, 1);
    expect(afterwards(view, neglected())).to.deep.equal([absence(1)]);
  });

  it("cost nobody anything whose bond is spent", () => {
    const view = viewAt(20n, 170n);
    const [stint] = view.stints.get(judge(1)) ?? [];
    if (stint) stint.bond = 0n;
    expect(afterwards(view, neglected())).to.deep.equal([]);
  });

  it("cost nothing by rules that let those go free who did not commit, unlike those who hid their vote", () => {
    const view = viewAt(20n, 170n);
    view.rules.set(1, { ...view.rules.get(1), SlashNoCommit: 0n });
    const each = neglected();
    expect(afterwards(view, each)).to.deep.equal([]);
    each.round.committed.set(judge(1), "0x01");
    expect(afterwards(view, each)).to.deep.equal([absence(1)]);
  });

  it("are excused of whoever registered the work, is credited 5% of it, or is about to be by a link", () => {
    const view = viewAt(20n, 170n);
    const account: Node = `0x00${judge(1).slice(2).toLowerCase().padStart(62, "0")}`;
    const identity: Node = `0x02${"0".repeat(62)}`;
    const by = (node: Node, weight: number) =>
      neglected({ attribution: { contributors: [{ node, weight }], upstream: [] } });
    expect(afterwards(view, neglected({ registrant: judge(1) }))).to.deep.equal([]);
    expect(afterwards(view, by(account, 50_000))).to.deep.equal([]);
    expect(afterwards(view, by(account, 49_999))).to.deep.equal([absence(1)]);
    expect(afterwards(view, by(identity, 50_000))).to.deep.equal([absence(1)]);
    view.links.set(identity, { account: judge(1), effectiveAt: 9_999n, nonce: 0n });
    expect(afterwards(view, by(identity, 50_000))).to.deep.equal([]);
  });
});

describe("outliers", () => {
  const overturned = (first: number[], second: number[], outcome: Outcome = Outcome.Upheld) =>
    challenged(over(1, first), over(2, second), outcome);
  const outliers = (view: View, each: WorkView) =>
    afterwards(view, each).flatMap((duty) => (duty.kind === "proveOutlier" ? [duty.validator] : []));

  it("are first-panel votes two levels or more above the second median", () => {
    expect(outliers(viewAt(20n, 170n), overturned([9, 7, 6, 5, 1], [5, 5, 5]))).to.deep.equal(
      [0, 1].map(judge),
    );
  });

  it("are below it if the challenge went upward", () => {
    const each = overturned([9, 4, 3, 1], [5, 5, 5]);
    if (each.challenge) each.challenge.direction = 0;
    expect(outliers(viewAt(20n, 170n), each)).to.deep.equal([2, 3].map(judge));
  });

  for (const outcome of [Outcome.Pending, Outcome.Dismissed, Outcome.Inconclusive]) {
    it(`are none while the outcome is ${outcome}`, () => {
      expect(outliers(viewAt(20n, 170n), overturned([9], [5], outcome))).to.deep.equal([]);
    });
  }

  it("are proven once", () => {
    const view = viewAt(20n, 170n);
    slashed(view, 1, 0);
    expect(outliers(view, overturned([9, 9], [5]))).to.deep.equal([judge(1)]);
  });
});

describe("shares of a challenge's fee", () => {
  const shares = (each: WorkView) =>
    afterwards(viewAt(20n, 170n), each).filter(({ kind }) => kind === "shareFee");

  it("are of every counted vote of the second panel, in all its rounds, whatever the outcome", () => {
    const each = challenged(over(1, [5]), over(3, [5]), Outcome.Dismissed);
    each.challenge?.rounds.unshift(over(2, [undefined, 4]));
    expect(shares(each)).to.deep.equal([
      { kind: "shareFee", node: NODE, round: 2, validator: judge(1) },
      { kind: "shareFee", node: NODE, round: 3, validator: judge(0) },
    ]);
  });

  it("are given once, and not before the challenge is over", () => {
    const each = challenged(over(1, [5]), over(2, [5]), Outcome.Upheld);
    each.challenge?.shared.add(`2 ${judge(0)}`);
    expect(shares(each)).to.deep.equal([]);
    expect(shares(challenged(over(1, [5]), over(2, [5]), Outcome.Pending))).to.deep.equal([]);
  });

  it("are none of a fee that is too small to be divided", () => {
    const each = challenged(over(1, [5]), over(2, [5, 5]), Outcome.Upheld);
    if (each.challenge) each.challenge.fee = 1n;
    expect(shares(each)).to.deep.equal([]);
    if (each.challenge) each.challenge.fee = 2n;
    expect(shares(each)).to.have.length(2);
  });
});
