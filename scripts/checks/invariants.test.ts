import { expect } from "chai";
import { checkInvariants } from "./invariants.ts";

const DOCUMENT = `
| no. | status | always |
|---|---|---|
| AZ-01 | held | supply <= budgets |
| AZ-02 | **held** | citadel = floor(amount / 10) |
| AZ-10 | not yet built | voice = earned |
`;

const solidity = {
  path: "test/contracts/invariant/A.t.sol",
  text: "function invariant_AZ01_supply() public {}",
};
const typescript = { path: "test/contracts/unit/a.test.ts", text: 'it("splits 90/10 (AZ-02)", () => {});' };

describe("check: invariants and their tests", () => {
  it("accepts a document and tests that agree", () => {
    expect(checkInvariants(DOCUMENT, [solidity, typescript])).to.deep.equal([]);
  });

  it("reads the table with the status only", () => {
    const more = `${DOCUMENT}\nWords.\n\n| no. | stateful |\n|---|---|\n| AZ-01 | invariant_AZ01 |\n`;
    expect(checkInvariants(more, [solidity, typescript])).to.deep.equal([]);
  });

  it("finds an invariant without a test", () => {
    expect(checkInvariants(DOCUMENT, [solidity])).to.deep.equal([
      "AZ-02 is held according to docs/invariants.md, but no test has the number in its name",
    ]);
  });

  it("finds a number that the document does not list", () => {
    const stray = { path: "test/contracts/fuzz/B.t.sol", text: "function test_AZ_99_x(uint256) public {}" };
    expect(checkInvariants(DOCUMENT, [solidity, typescript, stray])).to.deep.equal([
      "test/contracts/fuzz/B.t.sol test_AZ_99_x tests AZ-99, which docs/invariants.md does not list",
    ]);
  });

  it("finds a test of what is not yet built", () => {
    const early = { path: "test/contracts/unit/b.test.ts", text: 'describe("AZ-10", () => {});' };
    expect(checkInvariants(DOCUMENT, [solidity, typescript, early])).to.deep.equal([
      "test/contracts/unit/b.test.ts:1 tests AZ-10, which docs/invariants.md says is not yet built",
    ]);
  });

  it("takes a number in a comment or a helper for no test", () => {
    const comment = { path: "test/contracts/unit/c.test.ts", text: '// AZ-02\nconst name = "AZ-02";' };
    const helper = {
      path: "test/contracts/fuzz/C.t.sol",
      text: "function helperAZ02() internal {} // AZ-02",
    };
    expect(checkInvariants(DOCUMENT, [solidity, comment, helper])).to.have.length(1);
  });

  it("finds a missing document, an unknown status, a number listed twice and an empty table", () => {
    expect(checkInvariants(undefined, [])).to.deep.equal(["docs/invariants.md is missing"]);
    expect(checkInvariants(`${DOCUMENT}| AZ-11 | maybe | x |\n`, [solidity, typescript])).to.match(
      /but "maybe"/,
    );
    expect(checkInvariants(`${DOCUMENT}| AZ-01 | held | x |\n`, [solidity, typescript])).to.match(
      /lists AZ-01 twice/,
    );
    expect(checkInvariants("# Invariants\n", [])).to.match(/lists no invariant/);
  });
});
