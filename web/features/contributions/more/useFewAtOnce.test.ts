import { expect } from "chai";
import { withFew } from "./useFewAtOnce.ts";

describe("rows that are filled a few at once", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g"];

  it("begins in the middle", () => {
    expect([...withFew(new Set(), ids)].sort()).to.deep.equal(["c", "d", "e"]);
  });

  it("goes on until all are, and then lets them be", () => {
    const all = withFew(withFew(withFew(new Set(), ids), ids), ids);
    expect([...all].sort()).to.deep.equal(ids);
    expect([...withFew(all, ids)].sort()).to.deep.equal(ids);
  });

  it("forgets what is out of sight", () => {
    expect([...withFew(new Set(["a", "z"]), ["a", "b"])]).to.deep.equal(["a", "b"]);
  });
});
