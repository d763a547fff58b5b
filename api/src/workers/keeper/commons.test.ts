import { Phase, type View, voteKey } from "@azora/sdk";
import { expect } from "chai";
import { judge, nodeOf, over, viewAt, work } from "../testing/view.ts";
import { commonsDuties, epochsToOpen } from "./commons.ts";
import { duties, isDue, waiting } from "./duties.ts";

const AZR = 10n ** 18n;
const DISPUTES = "0x00000000000000000000000000000000000000D1";

describe("the fund's epochs", () => {
  it("are opened for AZR and ETH from their first second on", () => {
    const view = viewAt(20n, 999n);
    expect(epochsToOpen(view)).to.deep.equal([]);
    view.timestamp = 1_000n;
    expect(epochsToOpen(view)).to.deep.equal([
      { kind: "openEpoch", asset: "AZR" },
      { kind: "openEpoch", asset: "ETH" },
    ]);
  });

  it("are opened for the asset for which nobody has", () => {
    const view = viewAt(20n, 1_000n);
    view.fund.books.set("AZR", { epoch: 0, opening: 0n, granted: 0n, stipends: 0n });
    expect(epochsToOpen(view)).to.deep.equal([{ kind: "openEpoch", asset: "AZR" }]);
  });

  it("do not begin before the contracts' clock does", () => {
    const view = viewAt(20n, 10n);
    view.fund.books.clear();
    view.clock = { genesisTime: 11n, epochLength: 1_000n };
    expect(epochsToOpen(view)).to.deep.equal([]);
    view.clock = undefined;
    expect(epochsToOpen(view)).to.deep.equal([]);
  });
});

describe("stipends", () => {
  /** A fund that took in so much since the opening of its epoch. */
  function fundWith(inflow: bigint, votes: number): View {
    const levels = Array.from({ length: votes }, () => 5);
    const view = viewAt(20n, 500n, work(Phase.Settled, { round: over(1, levels) }));
    view.fund.azr = inflow;
    return view;
  }
  const claimed = (view: View) =>
    commonsDuties(view).flatMap((duty) =>
      duty.kind === "claimStipends" ? duty.votes.map(({ validator }) => validator) : [],
    );

  it("are claimed as far as a quarter of what came in goes, the oldest votes first", () => {
    expect(claimed(fundWith(80n * AZR - 1n, 7))).to.deep.equal([]);
    expect(claimed(fundWith(80n * AZR, 7))).to.deep.equal([judge(0)]);
    expect(claimed(fundWith(240n * AZR, 7))).to.deep.equal([0, 1, 2].map(judge));
  });

  it("leave out what was claimed, and what was paid in this epoch", () => {
    const view = fundWith(160n * AZR, 7);
    view.fund.claimed.add(voteKey(nodeOf(1), 1, judge(0)));
    expect(claimed(view)).to.deep.equal([1, 2].map(judge));
    // 20 of the 160 went out again.
    view.fund.azr = 140n * AZR;
    view.fund.books.set("AZR", { epoch: 0, opening: 0n, granted: 0n, stipends: 20n * AZR });
    expect(claimed(view)).to.deep.equal([judge(1)]);
  });

  it("do not count what was there at the opening, nor take a grant for an outflow", () => {
    const view = fundWith(180n * AZR, 7);
    view.fund.books.set("AZR", { epoch: 0, opening: 100n * AZR, granted: 0n, stipends: 0n });
    expect(claimed(view)).to.deep.equal([judge(0)]);
    view.fund.azr = 100n * AZR;
    view.fund.books.set("AZR", { epoch: 0, opening: 100n * AZR, granted: 80n * AZR, stipends: 0n });
    expect(claimed(view)).to.deep.equal([judge(0)]);
  });

  it("wait for the opening of the epoch", () => {
    const view = fundWith(800n * AZR, 7);
    view.fund.books.set("AZR", { epoch: 1, opening: 0n, granted: 0n, stipends: 0n });
    expect(claimed(view)).to.deep.equal([]);
  });

  it("are claimed for votes of rounds before, at most twenty at once, and not by rules without any", () => {
    const view = fundWith(8_000n * AZR, 15);
    const [first] = view.works.values();
    first?.past.push(
      over(
        2,
        Array.from({ length: 7 }, () => 5),
      ),
    );
    expect(claimed(view)).to.have.length(20);
    view.rules.set(1, { ...view.rules.get(1), ReviewStipend: 0n });
    expect(claimed(view)).to.deep.equal([]);
  });
});

describe("reservations of challenges", () => {
  it("are forfeited twice as long after they were made as they hold, and nothing waits for that", () => {
    const view = viewAt(3_700n, 500n);
    const hash = `0x${"12".repeat(32)}` as const;
    const reserved = (block: bigint) => ({ challenger: judge(1), hash, deposit: 7n, block });
    view.reservations.set("one", reserved(100n));
    const [duty, ...more] = commonsDuties(view);
    expect(duty).to.deep.equal({ kind: "forfeit", challenger: judge(1), hash, afterBlock: 3_700n });
    expect(more).to.deep.equal([]);
    expect(duty && isDue(duty, view)).to.equal(false);
    view.block = 3_701n;
    expect(duty && isDue(duty, view)).to.equal(true);
    expect(duties(view).filter(({ kind }) => kind === "forfeit")).to.have.length(1);
    expect(waiting(view)).to.deep.equal([]);
  });
});

describe("ETH that the fund is owed", () => {
  it("is collected from each contract that owes enough to be worth the gas", () => {
    const view = viewAt(20n, 500n);
    view.fund.owed.set(DISPUTES, 10n ** 14n - 1n);
    expect(commonsDuties(view)).to.deep.equal([]);
    view.fund.owed.set(DISPUTES, 10n ** 14n);
    expect(commonsDuties(view)).to.deep.equal([{ kind: "collectEther", contract: DISPUTES }]);
  });
});
