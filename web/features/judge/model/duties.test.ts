import { expect } from "chai";
import { type Duty, sortDuties } from "./duties.ts";

function duty(number: number, times: Partial<Duty>): Duty {
  return {
    contribution: { id: `0x0${number}`, number, title: null, phase: "Voting" },
    ...{ round: 1, current: true, position: 0, seat: 1, commitEnd: 100, revealEnd: 130 },
    ...{ commitment: null, committedAt: null, level: null, revealedAt: null, leakedAt: null },
    ...times,
  };
}

describe("a judge's queue", () => {
  const waiting = duty(1, { commitEnd: 200, revealEnd: 230 });
  const sooner = duty(2, { commitEnd: 150, revealEnd: 180 });
  const sealed = duty(3, { commitEnd: 200, revealEnd: 230, committedAt: 90 });
  const toReveal = duty(4, { committedAt: 90 });
  const open = duty(5, { committedAt: 90, revealedAt: 101 });
  const missed = duty(6, {});
  const undrawn = duty(7, { commitEnd: null, revealEnd: null });

  it("begins with what would be lost, then by deadline", () => {
    const sorted = sortDuties([missed, open, sealed, waiting, sooner, toReveal, undrawn], 110);
    expect(sorted.map(({ duty: { contribution }, state }) => [contribution.number, state])).to.deep.equal([
      [4, "reveal"],
      [2, "commit"],
      [1, "commit"],
      [3, "committed"],
      [5, "revealed"],
      [6, "missed"],
    ]);
  });

  it("asks for nothing of a vote that has leaked", () => {
    const leaked = duty(8, { committedAt: 90, leakedAt: 95 });
    for (const now of [95, 110, 130]) {
      const [last] = sortDuties([leaked], now);
      expect(last?.state, `at ${now}`).to.equal("leaked");
    }
  });

  it("says until when", () => {
    const [first] = sortDuties([toReveal], 99);
    expect(first).to.include({ state: "committed", deadline: 100 });
    const [later] = sortDuties([toReveal], 100);
    expect(later).to.include({ state: "reveal", deadline: 130 });
  });
});
