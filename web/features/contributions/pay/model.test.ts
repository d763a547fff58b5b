import { expect } from "chai";
import { work } from "../fixture.ts";
import { partsOf, payableOf, readAmount, tokensOf } from "./model.ts";

const cited = (...weights: number[]) =>
  weights.map((weight, place) => ({
    ...{ id: `0x01${"0".repeat(61)}${place}`, number: place, title: null, phase: "Settled" as const },
    weight,
  }));

describe("paying a work", () => {
  it("gives a tenth to the commons, and of the rest their part to what it is built on", () => {
    expect(partsOf(1_000n, { upstream: cited(100_000, 50_000) })).to.deep.equal({
      citadel: 100n,
      upstream: 135n,
      contributors: 765n,
    });
    // Rounded down to the commons, and then to the upstream: nothing is lost.
    expect(partsOf(19n, { upstream: cited(100_000) })).to.deep.equal({
      citadel: 1n,
      upstream: 1n,
      contributors: 17n,
    });
    expect(partsOf(9n, { upstream: [] })).to.deep.equal({ citadel: 0n, upstream: 0n, contributors: 9n });
  });

  it("reads an amount to the token's last decimal, and no further", () => {
    expect(readAmount("12.5", 6)).to.equal(12_500_000n);
    expect(readAmount("3", 0)).to.equal(3n);
    expect(readAmount("0.000001", 6)).to.equal(1n);
    for (const text of ["", "0", "0.0", "1.5", ".5", "5.", "-1", "1e3", "1,5", "1 000"])
      expect(readAmount(text, 0), text).to.equal(undefined);
    expect(readAmount("0.0000001", 6)).to.equal(undefined);
  });

  it("is possible from acceptance on, and never where nothing was accepted", () => {
    const phases = ["Armed", "Voting", "Scored", "Accepted", "Settled", "Rejected", "Void"] as const;
    expect(phases.map((phase) => payableOf({ phase }))).to.deep.equal([
      ...["later", "later", "later"],
      ...["now", "now", "never", "never"],
    ]);
  });

  it("offers AZR, and each token that it was paid in before, once", () => {
    const reward = (token: string, id: string) => ({
      ...{ id, token, payer: "0x1", amount: "1", citadel: "0", timestamp: 1, tx: "0x2" },
    });
    const { rewards } = work({ rewards: [reward("0xb", "1"), reward("0xa", "2"), reward("0xb", "3")] });
    expect(tokensOf({ rewards }, "0xa")).to.deep.equal(["0xa", "0xb"]);
  });
});
