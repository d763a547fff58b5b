import { expect } from "chai";
import { transactions as words } from "#strings/en/transactions.ts";
import { hash } from "./fixture.ts";
import { sentenceOf } from "./sentence.ts";
import { isBusy, isOver, type SentState } from "./state.ts";

describe("what is said of something that was sent", () => {
  const failed = { step: "failed", name: "NotMined", sentence: "It has not been mined yet.", hash } as const;

  it("does not say that it failed while it may still come to pass", () => {
    expect(sentenceOf(failed, words)).to.match(/^This did not go through: It has/);
    expect(sentenceOf({ ...failed, isLost: true }, words)).to.match(/^It was sent, and it is not known yet/);
  });

  it("says of each state something of its own", () => {
    const states: SentState[] = [
      { step: "pending", hash },
      { step: "held", hash },
      { step: "confirmed", hash, block: 1 },
      { step: "indexed", hash, block: 1 },
      { step: "unseen", hash, block: 1, why: "lagging" },
      { step: "unseen", hash, block: 1, why: "away" },
      { step: "replaced", cancelled: true },
      { step: "replaced", cancelled: false },
      failed,
      { ...failed, isLost: true },
    ];
    const said = states.map((state) => sentenceOf(state, words));
    expect(new Set(said).size).to.equal(states.length);
    expect(states.filter((state) => !isBusy(state) && !isOver(state))).to.have.length(3);
  });
});
