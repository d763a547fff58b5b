import { expect } from "chai";
import { dutyState } from "./duty.ts";

describe("what a judge has to do", () => {
  const duty = { commitEnd: 100, revealEnd: 130, isCommitted: false, isRevealed: false };
  const committed = { ...duty, isCommitted: true };

  it("changes at the very second at which a window ends", () => {
    expect(dutyState(duty, 99)).to.equal("commit");
    expect(dutyState(duty, 100)).to.equal("missed");
    expect(dutyState(committed, 99)).to.equal("committed");
    expect(dutyState(committed, 100)).to.equal("reveal");
    expect(dutyState(committed, 129)).to.equal("reveal");
    expect(dutyState(committed, 130)).to.equal("missed");
  });

  it("is over once the vote is open", () => {
    expect(dutyState({ ...committed, isRevealed: true }, 110)).to.equal("revealed");
    expect(dutyState({ ...committed, isRevealed: true }, 999)).to.equal("revealed");
  });
});
