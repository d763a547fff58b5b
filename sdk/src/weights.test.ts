import { expect } from "chai";
import fc from "fast-check";
import { evenWeights, formatPercent, parsePercent } from "./weights.ts";

describe("weights as people write them", () => {
  it("are read exactly, with the sign or without", () => {
    const cases: [string, number | undefined][] = [
      ["60", 600_000],
      ["60%", 600_000],
      [" 33.3333 % ", 333_333],
      ["0.01", 100],
      ["100", 1_000_000],
      ["0", 0],
      ["100.0001", undefined],
      ["33.33333", undefined],
      ["-5", undefined],
      ["1e2", undefined],
      ["", undefined],
    ];
    for (const [text, weight] of cases) expect(parsePercent(text), text).to.equal(weight);
  });

  it("read back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (weight) => {
        expect(parsePercent(formatPercent(weight))).to.equal(weight);
      }),
    );
  });

  it("are even to one ppm, and whole, for any number of people", () => {
    expect(evenWeights(3)).to.deep.equal([333_334, 333_333, 333_333]);
    for (let count = 1; count <= 100; count++) {
      const weights = evenWeights(count);
      expect(weights).to.have.length(count);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).to.equal(1_000_000);
      expect(Math.max(...weights) - Math.min(...weights)).to.be.at.most(1);
    }
  });
});
