import { expect } from "chai";
import { mutantsOf } from "./operators.ts";

const contract = (body: string) => `pragma solidity 0.8.37;\n\ncontract C {\n    ${body}\n}\n`;
const afters = (body: string) => mutantsOf(contract(body), "C.sol").map(({ after }) => after);

describe("mutants", () => {
  it("have another operator, with the parentheses where they were", () => {
    expect(
      afters("function f(uint256 a, uint256 b) public pure returns (uint256) { return (a + b) / b; }"),
    ).to.deep.equal([
      "function f(uint256 a, uint256 b) public pure returns (uint256) { return (a + b) * b; }",
      "function f(uint256 a, uint256 b) public pure returns (uint256) { return (a - b) / b; }",
    ]);
  });

  it("have both neighbours of a comparison, a condition turned round, and a refusal left out", () => {
    const body = (line: string) => `error E(); function f(uint256 a) public pure { ${line} }`;
    expect(afters(body("if (a < 1) revert E();"))).to.have.members(
      ["if (!(a < 1)) revert E();", "if (a <= 1) revert E();", "if (a > 1) revert E();"]
        .concat("if (a < (1 + 1)) revert E();", "if (a < 1) {}")
        .map(body),
    );
  });

  it("tell those of conditions from others: comparisons, their parts, and refusals", () => {
    const body =
      "error E(); function f(uint256 a, bool b) public pure { if (a + 1 < 3 && !b) revert E(); a += 1; }";
    const changes = mutantsOf(contract(body), "C.sol").map(({ after, isCondition }) => [after, isCondition]);
    const ofConditions = changes.filter(([, isCondition]) => isCondition).map(([after]) => after);
    const line = (condition: string) => body.replace("a + 1 < 3 && !b", condition);
    expect(ofConditions).to.have.members([
      line("!(a + 1 < 3 && !b)"),
      line("a + 1 < 3 || !b"),
      line("a + 1 <= 3 && !b"),
      line("a + 1 > 3 && !b"),
      line("a + 1 < 3 && b"),
      body.replace("revert E();", "{}"),
    ]);
    expect(changes.length).to.be.greaterThan(ofConditions.length);
  });

  it("leave out a statement with its semicolon", () => {
    expect(afters("uint256 x; function f() public { x = 0x10; }")).to.deep.equal([
      "uint256 x; function f() public { {} }",
    ]);
  });

  it("change assembly", () => {
    expect(afters("function f() public pure { assembly { mstore(0, add(1, 2)) } }")).to.have.members(
      ["mstore(1, add(1, 2))", "mstore(0, sub(1, 2))", "mstore(0, add(2, 2))", "mstore(0, add(1, 3))"].map(
        (call) => `function f() public pure { assembly { ${call} } }`,
      ),
    );
  });

  it("count bytes, not characters, and tell the line", () => {
    const [mutant] = mutantsOf(contract("// 1 € = 1 €\n    uint256 constant X = 7;"), "C.sol");
    expect(mutant).to.deep.include({
      line: 5,
      before: "uint256 constant X = 7;",
      after: "uint256 constant X = (7 + 1);",
      id: "C.sol: uint256 constant X = 7; => uint256 constant X = (7 + 1);",
    });
    expect(mutant?.text).to.contain("// 1 € = 1 €");
  });

  it("have names that tell two of the same line and look apart", () => {
    const ids = mutantsOf(contract("uint256 constant X = 7 + 7;\n    uint256 constant Y = 7 + 7;"), "C").map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it("are refused for what is no Solidity", () => {
    expect(() => mutantsOf("contract {", "C.sol")).to.throw("Expected identifier");
  });
});
