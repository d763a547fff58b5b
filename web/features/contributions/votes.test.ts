import { expect } from "chai";
import { drawn, work } from "./fixture.ts";
import { standingOf } from "./votes.ts";

describe("the votes that are shown as the score", () => {
  const first = drawn(3, [5, 5, 6], { round: 1 });
  const second = drawn(3, [3, 3, 4], { round: 2 });
  const rounds = [second, first];
  const challenged = (outcome: "Pending" | "Upheld" | "Dismissed", scoredRound: number) => {
    const challenge = { outcome } as NonNullable<ReturnType<typeof work>["challenge"]>;
    return standingOf(work({ challenge, scoredRound }), rounds)?.round;
  };

  it("are those of the panel whose level stands", () => {
    expect(challenged("Upheld", 2)).to.equal(2);
    expect(challenged("Dismissed", 1)).to.equal(1);
  });

  it("are the latest while nothing is decided", () => {
    expect(challenged("Pending", 1)).to.equal(2);
    expect(standingOf(work({}), rounds)?.round).to.equal(2);
    expect(standingOf(work({}), [])).to.equal(undefined);
  });
});
