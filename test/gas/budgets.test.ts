import { readFileSync } from "node:fs";
import { expect } from "chai";
import { budgets } from "./budgets.ts";
import { measure } from "./measure.ts";

/** The rows of the table: work, measured, budget, peers. */
const documented = [
  ...readFileSync(new URL("../../docs/gas.md", import.meta.url), "utf8").matchAll(
    /^\| (.+?) \| ([\d,]+) \| ([\d,]+) \| (.+) \|$/gm,
  ),
].map(([, work = "", figure = "", budget = "", peers = ""]) => [work, figure, budget, peers] as const);

const number = (text: string): number => Number(text.replaceAll(",", ""));

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

  it("stand in docs/gas.md beside what is measured, within 1%", () => {
    expect(
      documented.map(([work, , budget, peers]) => ({ work, budget: number(budget), peers })),
    ).to.deep.equal(budgets);
    for (const [work, figure] of documented) {
      const actual = Number(measured.get(work));
      expect(number(figure), `${work}: ${actual}`).to.be.closeTo(actual, Math.round(actual / 100));
    }
  });

  it("has a budget for all that is measured", () => {
    expect([...measured.keys()].sort()).to.deep.equal(budgets.map(({ work }) => work).sort());
  });
});
