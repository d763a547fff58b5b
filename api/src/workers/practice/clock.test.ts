import { Phase } from "@azora/sdk";
import { expect } from "chai";
import { viewAt, voted, work } from "../testing/view.ts";
import { nextLeap } from "./clock.ts";

describe("nextLeap", () => {
  it("waits while a vote can be cast", () => {
    expect(nextLeap(viewAt(20n, 100n, work(Phase.Voting)))).to.equal(undefined);
    expect(nextLeap(viewAt(20n, 140n, voted("committed")))).to.equal(undefined);
  });

  it("waits while a transition is due", () => {
    expect(nextLeap(viewAt(20n, 170n, voted("revealed")))).to.equal(undefined);
  });

  it("goes to the reveal window once all have committed, and to its end once all are open", () => {
    expect(nextLeap(viewAt(20n, 100n, voted("committed")))).to.deep.equal({ to: 140n });
    expect(nextLeap(viewAt(20n, 150n, voted("revealed")))).to.deep.equal({ to: 170n });
  });

  it("makes the blocks that a draw waits for", () => {
    expect(nextLeap(viewAt(10n, 0n, work(Phase.Armed)))).to.deep.equal({ blocks: 3n });
  });

  it("goes nowhere when nothing waits", () => {
    expect(nextLeap(viewAt(20n, 0n, work(Phase.Settled)))).to.equal(undefined);
  });
});
