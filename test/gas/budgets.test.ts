import { expect } from "chai";
import { budgets } from "./budgets.ts";
import { measure } from "./measure.ts";

describe("Gas budgets", () => {
  let measured: Map<string, bigint>;

  before(async function () {
    this.timeout(120_000);
    measured = await measure();
  });

  for (const { work, budget } of budgets) {
    it(`${work}: at most ${budget}`, () => {
      expect(measured.get(work), "not measured").to.be.a("bigint");
      expect(Number(measured.get(work))).to.be.at.most(budget);
    });
  }

  it("has a budget for all that is measured", () => {
    expect([...measured.keys()].sort()).to.deep.equal(budgets.map(({ work }) => work).sort());
  });
});
