import { expect } from "chai";
import { checkFocus } from "./focus.ts";

describe("check: tests left out", () => {
  const LEFT_OUT = [
    "it.only('a', f)",
    "describe.skip('a', f)",
    "xit('a', f)",
    "it('a', function () { this.skip(); })",
  ];
  for (const text of LEFT_OUT) {
    it(`finds ${text}`, () => {
      expect(checkFocus([{ path: "test/system/a.test.ts", text }])).to.have.length(1);
    });
  }

  it("finds vm.skip in Solidity", () => {
    const text = "function test_a() public { vm.skip(true); }";
    expect(checkFocus([{ path: "test/contracts/fuzz/A.t.sol", text }])).to.have.length(1);
  });

  it("allows other things of the same name", () => {
    const text = "it('only and skip', () => { stream.skip(1); list.only; this.needs(false, 'git'); });";
    expect(checkFocus([{ path: "test/system/a.test.ts", text }])).to.deep.equal([]);
  });
});
