import { expect } from "chai";
import fc from "fast-check";
import {
  evenAll,
  greatestWeight,
  pinWeight,
  releaseWeight,
  settle,
  type Weighted,
  weightsOf,
} from "./weights.ts";

const percent = (value: number) => value * 10_000;
const people = (count: number): Weighted[] => Array.from({ length: count }, () => ({}));
const inPercent = (rows: readonly Weighted[]) => weightsOf(rows).map((weight) => weight / 10_000);

describe("the weights of contributors", () => {
  it("are even until somebody types", () => {
    expect(weightsOf(people(1))).to.deep.equal([1_000_000]);
    expect(weightsOf(people(3))).to.deep.equal([333_334, 333_333, 333_333]);
  });

  it("keep what was typed, and share the rest among the others", () => {
    let rows = pinWeight(people(3), 0, percent(50));
    expect(inPercent(rows)).to.deep.equal([50, 25, 25]);
    rows = pinWeight(rows, 1, percent(30));
    expect(inPercent(rows)).to.deep.equal([50, 30, 20]);
  });

  it("let the oldest give way when all were typed", () => {
    let rows = people(3);
    for (const [place, weight] of [50, 30, 25].entries()) rows = pinWeight(rows, place, percent(weight));
    expect(inPercent(rows)).to.deep.equal([45, 30, 25]);
  });

  it("let the oldest give way when there is no room", () => {
    const rows = pinWeight(pinWeight(people(3), 0, percent(80)), 1, percent(70));
    expect(inPercent(rows)).to.deep.equal([15, 70, 15]);
  });

  it("are put right when somebody comes or goes", () => {
    const rows = pinWeight(pinWeight(people(2), 0, percent(60)), 1, percent(40));
    expect(inPercent(rows)).to.deep.equal([60, 40]);
    expect(inPercent(settle([...rows, {}]))).to.deep.equal([30, 40, 30]);
    expect(inPercent(settle(rows.slice(1)))).to.deep.equal([100]);
  });

  it("are evened with one click, and released one by one", () => {
    const rows = pinWeight(people(4), 2, percent(70));
    expect(inPercent(evenAll(rows))).to.deep.equal([25, 25, 25, 25]);
    expect(inPercent(releaseWeight(rows, 2))).to.deep.equal([25, 25, 25, 25]);
  });

  it("stay within what the contracts take", () => {
    expect(greatestWeight(3)).to.equal(999_800);
    expect(weightsOf(pinWeight(people(3), 0, 2_000_000))).to.deep.equal([999_800, 100, 100]);
    expect(weightsOf(pinWeight(people(3), 0, 0))[0]).to.equal(100);
    expect(weightsOf(pinWeight(people(1), 0, percent(10)))).to.deep.equal([1_000_000]);
  });

  it("always add up to exactly a whole, each at least 0.01%, whatever is done", () => {
    type Step = (rows: Weighted[]) => Weighted[];
    const at = fc.nat();
    const step = fc.oneof<fc.Arbitrary<Step>[]>(
      fc.tuple(at, fc.integer({ min: 0, max: 1_000_000 })).map(
        ([place, weight]) =>
          (rows) =>
            pinWeight(rows, place % rows.length, weight),
      ),
      at.map((place) => (rows) => releaseWeight(rows, place % rows.length)),
      at.map(
        (place) => (rows) =>
          rows.length > 1 ? settle(rows.filter((_, each) => each !== place % rows.length)) : rows,
      ),
      fc.constant((rows) => (rows.length < 100 ? settle([...rows, {}]) : rows)),
      fc.constant((rows) => evenAll(rows)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let rows = people(2);
        for (const act of steps) {
          rows = act(rows);
          const weights = weightsOf(rows);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).to.equal(1_000_000);
          expect(Math.min(...weights)).to.be.at.least(100);
        }
      }),
    );
  });
});
