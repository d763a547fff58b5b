import { expect } from "chai";
import { missingOf } from "./topUp.ts";

describe("a bond that is filled up", () => {
  it("becomes what was deposited, while a seat costs that or more", () => {
    expect(missingOf({ bond: 7n, deposited: 10n }, 10n)).to.equal(3n);
    expect(missingOf({ bond: 7n, deposited: 10n }, 12n)).to.equal(3n);
    expect(missingOf({ bond: 0n, deposited: 10n }, 10n)).to.equal(10n);
  });

  it("becomes what a seat costs, where that is less by now", () => {
    expect(missingOf({ bond: 7n, deposited: 10n }, 8n)).to.equal(1n);
  });

  it("misses nothing where it is whole, or above what a seat costs", () => {
    expect(missingOf({ bond: 10n, deposited: 10n }, 12n)).to.equal(0n);
    expect(missingOf({ bond: 7n, deposited: 10n }, 7n)).to.equal(0n);
    expect(missingOf({ bond: 7n, deposited: 10n }, 5n)).to.equal(0n);
  });
});
