import { expect } from "chai";
import { headFrom, rpcNames } from "./environment.ts";

describe("indexer: what the environment says", () => {
  it("is from which block on each has a row: that of the contracts, or the one that is named", () => {
    expect(headFrom(undefined, 7)).to.equal(7);
    expect(headFrom("7", 7)).to.equal(7);
    expect(headFrom("1234567", 7)).to.equal(1_234_567);
    for (const said of ["latest", "6", "8.5", "-1", "1e3", "", " 8", "9007199254740993"])
      expect(() => headFrom(said, 7), said).to.throw(
        "AZORA_HEAD_FROM: say the number of a block, from 7, that of the contracts.",
      );
  });

  it("is how many names the node has", () => {
    expect(rpcNames()).to.equal(8);
    expect(rpcNames("32")).to.equal(32);
    for (const said of ["0", "1.5", "many", ""])
      expect(() => rpcNames(said), said).to.throw("AZORA_RPC_NAMES: say how many names, from 1.");
  });
});
