import { expect } from "chai";
import fc from "fast-check";
import { apportion } from "./apportion.ts";

const divide = (...amounts: number[]) =>
  apportion(new Map(amounts.map((amount, index) => [`p${index}`, BigInt(amount)])));
const weights = (...amounts: number[]) => divide(...amounts).shares.map(({ weight }) => weight);

describe("how a pot is divided", () => {
  it("goes by proportion, the rest to the largest remainders, ties by subject", () => {
    expect(weights(1, 1)).deep.equal([500_000, 500_000]);
    expect(divide(1, 1, 1).shares).deep.equal([
      { subject: "p0", weight: 333_334 },
      { subject: "p1", weight: 333_333 },
      { subject: "p2", weight: 333_333 },
    ]);
    expect(weights(2, 2, 3)).deep.equal([428_572, 285_714, 285_714]);
  });

  it("gives nobody under 0.01% who has anything, and nothing to who has nothing", () => {
    expect(weights(1, 10_000_000)).deep.equal([999_900, 100]);
    expect(weights(0, 5)).deep.equal([1_000_000]);
  });

  it("raises again whom the raising of others pushed under", () => {
    // 1 / 9,999.5 of what is left is over 100 ppm at first and under it once the smaller one was raised
    const result = weights(1_000_000_000, 100_011, 1);
    expect(result).deep.equal([999_800, 100, 100]);
  });

  it("folds everybody beyond the hundred largest and counts them", () => {
    const result = divide(...Array.from({ length: 130 }, (_, index) => index + 1));
    expect(result.folded).equal(30);
    expect(result.shares).length(100);
    expect(result.shares.some(({ subject }) => subject === "p29")).equal(false);
    expect(result.shares.some(({ subject }) => subject === "p30")).equal(true);
  });

  it("refuses to divide by nothing, and amounts below zero", () => {
    expect(() => divide()).throw(RangeError);
    expect(() => divide(0, 0)).throw(RangeError);
    expect(() => divide(3, -1)).throw(RangeError);
  });

  it("always makes exactly a million, within bounds, in order of amount, whatever the order of input", () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 1n << 70n }), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(
        amounts.filter((all) => all.some((amount) => amount > 0n)),
        (all) => {
          const entries = all.map((amount, index) => [`p${index}`, amount] as const);
          const { shares } = apportion(new Map(entries));
          expect(shares.reduce((sum, { weight }) => sum + weight, 0)).equal(1_000_000);
          expect(shares.length).most(100);
          expect(shares.every(({ weight }) => weight >= 100)).equal(true);
          const byName = new Map<string, bigint>(entries);
          const ordered = shares.map(({ subject }) => byName.get(subject) ?? -1n);
          ordered.slice(1).forEach((amount, index) => {
            const [larger, smaller] = [shares[index]?.weight ?? 0, shares[index + 1]?.weight ?? 0];
            if (larger > smaller + 1) expect(amount < (ordered[index] ?? 0n)).equal(true);
          });
          expect(apportion(new Map(entries.toReversed())).shares).deep.equal(shares);
        },
      ),
    );
  });
});
