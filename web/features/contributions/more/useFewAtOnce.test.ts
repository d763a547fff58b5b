import { expect } from "chai";
import { withFew } from "./useFewAtOnce.ts";

describe("rows that are filled a few at once", () => {
  const sorted = (places: ReadonlySet<number>) => [...places].sort((a, b) => a - b);

  it("begins in the middle", () => {
    expect(sorted(withFew(new Set(), 10, 17))).to.deep.equal([12, 13, 14]);
  });

  it("goes on until all are, and then lets them be", () => {
    const all = withFew(withFew(withFew(new Set(), 10, 17), 10, 17), 10, 17);
    expect(sorted(all)).to.deep.equal([10, 11, 12, 13, 14, 15, 16]);
    expect(withFew(all, 10, 17)).to.equal(all);
  });

  it("forgets what is out of sight", () => {
    expect(sorted(withFew(new Set([10, 99]), 10, 12))).to.deep.equal([10, 11]);
  });
});
