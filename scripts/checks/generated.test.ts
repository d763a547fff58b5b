import { expect } from "chai";
import { checkTracked, compareDigests } from "./generated.ts";

describe("check: generated code", () => {
  it("finds generated files in git", () => {
    const wrong = [
      "sdk/src/generated/abis.ts",
      "artifacts/A.json",
      "types/A.ts",
      "cache/compile-cache.json",
      "web/dist/a.js",
    ];
    expect(checkTracked(wrong)).to.have.length(wrong.length);
  });

  it("knows hand-written files by the same words", () => {
    expect(
      checkTracked(["contracts/types/Node.sol", "sdk/src/git/generated.ts", "sdk/src/types/a.ts"]),
    ).to.deep.equal([]);
  });

  it("finds a file that comes out differently, one that is new and one that is gone", () => {
    const before = new Map([
      ["a.ts", "1"],
      ["b.ts", "1"],
      ["c.ts", "1"],
    ]);
    const after = new Map([
      ["a.ts", "1"],
      ["b.ts", "2"],
      ["d.ts", "1"],
    ]);
    expect(compareDigests(before, after).map((problem) => problem.slice(0, 4))).to.deep.equal([
      "b.ts",
      "c.ts",
      "d.ts",
    ]);
  });
});
