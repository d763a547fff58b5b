import { expect } from "chai";
import { Setback } from "./Setback.ts";

describe("auditor: an index that has gone back", () => {
  it("has stood there since it came there", () => {
    const setback = new Setback();
    expect(setback.standsFor(7n, 1_000)).to.equal(0);
    expect(setback.standsFor(7n, 4_000)).to.equal(3_000);
  });

  it("does not stand as long as it comes forward again", () => {
    const setback = new Setback();
    for (let i = 0; i < 30; i += 1) expect(setback.standsFor(BigInt(i), 1_000 * i)).to.equal(0);
    expect(setback.standsFor(29n, 40_000)).to.equal(11_000);
  });

  it("stands anew after it had come to its end", () => {
    const setback = new Setback();
    setback.standsFor(7n, 1_000);
    setback.end();
    expect(setback.standsFor(7n, 9_000)).to.equal(0);
  });
});
