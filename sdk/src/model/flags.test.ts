import { expect } from "chai";
import { flagAllowance, flagsLeft, loseFlag, NO_FLAGS, strikesAt, useFlag } from "./flags.ts";

describe("model: flags", () => {
  it("are counted by epoch", () => {
    const twice = useFlag(useFlag(NO_FLAGS, 3n), 3n);
    expect([2n, 3n, 4n].map((epoch) => flagsLeft(twice, 4n, epoch))).to.deep.equal([4n, 2n, 4n]);
    expect(flagsLeft(useFlag(twice, 4n), 4n, 4n)).to.equal(3n);
    expect(flagsLeft(twice, 1n, 3n)).to.equal(0n);
  });

  it("are halved by each one lost, until a whole epoch has passed for each", () => {
    const lost = loseFlag(loseFlag(NO_FLAGS, 5n), 5n);
    expect([5n, 6n, 7n, 8n, 9n].map((epoch) => strikesAt(lost, epoch))).to.deep.equal([2n, 2n, 1n, 0n, 0n]);
    expect([5n, 7n, 8n].map((epoch) => flagAllowance(lost, 5n, epoch))).to.deep.equal([1n, 2n, 5n]);
  });

  it("take a new loss on top of what is left of the old ones", () => {
    const lost = loseFlag(loseFlag(loseFlag(NO_FLAGS, 1n), 1n), 3n);
    expect([3n, 4n, 5n, 6n].map((epoch) => strikesAt(lost, epoch))).to.deep.equal([2n, 2n, 1n, 0n]);
  });
});
