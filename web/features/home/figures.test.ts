import { constants, model } from "@azora/sdk";
import { expect } from "chai";
import { ceilingAfter, ceilingLine, LAST_EPOCH, placeOf } from "./emission.ts";
import { partOf, worksUnderWay } from "./figures.ts";

describe("the ceiling of the emission", () => {
  it("is the sum of the budgets", () => {
    for (const epochs of [0, 1, 2, 207, 208, 209, 417, 1_041]) {
      const budgets = Array.from({ length: epochs }, (_, epoch) => model.budget(BigInt(epoch)));
      expect(ceilingAfter(epochs), `${epochs}`).equal(budgets.reduce((sum, budget) => sum + budget, 0n));
    }
    expect(ceilingAfter(1_000_000) < constants.Emission.MAX_SUPPLY).equal(true);
  });

  it("is a line that rises from the corner, ever more slowly", () => {
    expect(ceilingLine(100, 50)).match(/^M0,50 L20,25 L40,12\.5 L60,/);
    expect(placeOf(0, 100, 50)).deep.equal({ x: 0, y: 50 });
    expect(placeOf(10 * LAST_EPOCH, 100, 50).x).equal(100);
  });
});

describe("the figures", () => {
  it("are parts of a whole, also of none", () => {
    expect(partOf(1n, 4n)).equal(0.25);
    expect(partOf(1n, 0n)).equal(0);
  });

  it("count the works that something is still to happen to", () => {
    const phases = {
      None: 0,
      Armed: 1,
      Voting: 2,
      Scored: 3,
      Accepted: 4,
      Settled: 50,
      Rejected: 6,
      Void: 7,
    };
    expect(worksUnderWay(phases)).equal(10);
  });
});
