import { Outcome, Phase } from "@azora/sdk";
import { expect } from "chai";
import { challenged, judge, nodeOf, over, seat, viewAt, work } from "../testing/view.ts";
import { duties, isDue } from "./duties.ts";

const AZR = 10n ** 18n;

describe("duties", () => {
  const kindsDue = (view: ReturnType<typeof viewAt>) =>
    duties(view)
      .filter((duty) => isDue(duty, view))
      .map(({ kind }) => kind);

  /** A work whose only judge has voted. */
  const done = (phase: Phase) => work(phase, { round: over(1, [5]) });

  it("draws after the draw block, and not in it", () => {
    expect(kindsDue(viewAt(12n, 0n, work(Phase.Armed)))).to.deep.equal([]);
    expect(kindsDue(viewAt(13n, 0n, work(Phase.Armed)))).to.deep.equal(["draw"]);
  });

  it("arms again what was not drawn while the history reached", () => {
    const last = 12n + 8_191n;
    expect(kindsDue(viewAt(last - 1n, 0n, work(Phase.Armed)))).to.deep.equal(["draw"]);
    expect(kindsDue(viewAt(last + 1n, 0n, work(Phase.Armed)))).to.deep.equal(["rearm"]);
  });

  it("waits until a draw is missed that has too few seats for its panel, instead of trying it", () => {
    const view = viewAt(13n, 0n, work(Phase.Armed));
    view.seats.clear();
    seat(view, 3);
    expect(duties(view)).to.deep.equal([{ kind: "rearm", node: nodeOf(1), afterBlock: 12n + 8_191n }]);
    seat(view, 4);
    expect(kindsDue(view)).to.deep.equal(["draw"]);
  });

  it("counts the seats as of the arming", () => {
    const view = viewAt(13n, 0n, work(Phase.Armed));
    view.seats.clear();
    for (const number of [0, 1, 2]) view.seats.set(number, [{ since: 0n, account: judge(number) }]);
    view.seats.set(3, [{ since: 11n, account: judge(3) }]);
    expect(kindsDue(view)).to.deep.equal([]);
    view.seats.set(3, [{ since: 10n, account: judge(3) }]);
    expect(kindsDue(view)).to.deep.equal(["draw"]);
  });

  it("waits for the end of a second panel's draw that would have fewer seats than the first", () => {
    const first = over(1, [9, 9, 9]);
    const view = viewAt(13n, 0n, challenged(first, undefined, Outcome.Pending, { phase: Phase.Armed }));
    view.seats.clear();
    seat(view, 5);
    expect(kindsDue(view)).to.deep.equal([]);
    seat(view, 6);
    expect(kindsDue(view)).to.deep.equal(["draw"]);
  });

  for (const [phase, kind, from] of [
    [Phase.Voting, "score", 170n],
    [Phase.Scored, "finalize", 200n],
    [Phase.Accepted, "settle", 1_010n],
  ] as const) {
    it(`${kind}s at ${from}, and not a second earlier`, () => {
      expect(kindsDue(viewAt(20n, from - 1n, done(phase)))).to.deep.equal([]);
      expect(kindsDue(viewAt(20n, from, done(phase)))).to.deep.equal([kind]);
    });
  }

  it("settles at once in an epoch that is sealed", () => {
    const view = viewAt(20n, 300n, done(Phase.Accepted));
    view.epochs.set(0, { points: 16n, isSealed: true });
    expect(kindsDue(view)).to.deep.equal(["settle"]);
  });

  for (const phase of [Phase.Rejected, Phase.Settled, Phase.Void]) {
    it(`does nothing for a work in phase ${phase}`, () => {
      const round = over(1, [5]);
      expect(duties(viewAt(99_999n, 99_999n, work(phase, { round })))).to.deep.equal([]);
    });
  }

  it("flows a contribution's pool when nothing more is on its way to it", () => {
    const view = viewAt(20n, 0n, done(Phase.Settled));
    view.pools.set(nodeOf(1), { balance: 1n, minted: 1n });
    expect(kindsDue(view)).to.deep.equal(["flow"]);
    const citing = work(Phase.Scored, {
      contribution: nodeOf(2),
      attribution: { contributors: [], upstream: [{ node: nodeOf(1), weight: 100 }] },
    });
    view.works.set(citing.contribution, citing);
    expect(kindsDue(view)).to.deep.equal([]);
    view.pools.set(nodeOf(1), { balance: 100n * AZR, minted: 0n });
    expect(kindsDue(view)).to.deep.equal(["flow"]);
  });

  it("flows an identity's pool from the moment its link takes effect, and never without a link", () => {
    const identity = `0x02${"0".repeat(62)}` as const;
    const view = viewAt(20n, 499n);
    view.pools.set(identity, { balance: 1n, minted: 1n });
    expect(duties(view)).to.deep.equal([]);
    view.links.set(identity, {
      account: "0x00000000000000000000000000000000000000B1",
      effectiveAt: 500n,
      nonce: 0n,
    });
    expect(kindsDue(view)).to.deep.equal([]);
    view.timestamp = 500n;
    expect(kindsDue(view)).to.deep.equal(["flow"]);
  });
});
