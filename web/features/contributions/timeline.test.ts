import { expect } from "chai";
import type { ContributionDetail } from "#lib/api/types.ts";
import { drawn, record, round, work } from "./fixture.ts";
import { currentStep, timelineOf } from "./timeline.ts";

const steps = (of: ContributionDetail, now: number) =>
  timelineOf(of, now).map(({ kind, state }) => `${kind} ${state}`);

describe("the way of a work", () => {
  it("begins with its registration, and waits for a panel", () => {
    expect(steps(work(), 101)).deep.equal([
      ...["registered done", "drawn current", "committed upcoming", "revealed upcoming", "scored upcoming"],
      ...["window upcoming", "accepted upcoming", "paid upcoming"],
    ]);
    expect(timelineOf(work(), 101)[0]).include({ at: 100, record: 30 });
  });

  it("goes through both windows of the votes by the chain's clock", () => {
    const voting = work({ phase: "Voting", rounds: [drawn(2, [])] });
    expect(currentStep(timelineOf(voting, 149))).include({ kind: "committed", count: 2, of: 3, due: 150 });
    // Windows are half open: at the second at which one ends, the next has begun.
    expect(currentStep(timelineOf(voting, 150))).include({ kind: "revealed", count: 0, due: 180 });
    expect(steps(voting, 149)[3]).equal("revealed upcoming");
    const revealed = work({ phase: "Voting", rounds: [drawn(3, [4, 5, 6])] });
    expect(currentStep(timelineOf(revealed, 180))).include({ kind: "scored", due: 180 });
  });

  it("waits for the challenge window, and then for anyone to finalize it", () => {
    const scored = work({
      ...{ phase: "Scored", challengeEnd: 210, level: 5 },
      rounds: [drawn(3, [5, 5, 6], { scoredAt: 181, level: 5, votes: [5, 5, 6] })],
      records: [record("Registered", 100, 30), record("Drawn", 110, 31), record("Scored", 181, 32)],
    });
    const [, panel, , , score, window, accepted, paid] = timelineOf(scored, 200);
    expect(panel).include({ kind: "drawn", state: "done", at: 110, of: 3, record: 31 });
    expect(score).include({ kind: "scored", state: "done", at: 181, record: 32 });
    expect(window).include({ kind: "window", state: "current", due: 210, at: undefined });
    expect(accepted).include({ kind: "accepted", state: "upcoming" });
    expect(paid).include({ kind: "paid", state: "upcoming" });
    expect(currentStep(timelineOf(scored, 210))).include({ kind: "accepted", due: 210 });
  });

  it("ends without pay at level 0", () => {
    const rounds = [drawn(3, [0, 0, 1], { scoredAt: 181, level: 0, votes: [0, 0, 1] })];
    const scored = work({ phase: "Scored", challengeEnd: 210, level: 0, rounds });
    expect(steps(scored, 200).slice(-2)).deep.equal(["window current", "rejected upcoming"]);
    const rejected = work({ phase: "Rejected", level: 0, rounds, records: [record("Finalized", 211, 40)] });
    expect(timelineOf(rejected, 300).at(-1)).include({
      kind: "rejected",
      state: "done",
      at: 211,
      record: 40,
    });
    expect(currentStep(timelineOf(rejected, 300))).equal(undefined);
  });

  it("is paid when its epoch is sealed", () => {
    const rounds = [drawn(3, [5, 5, 6], { scoredAt: 181, level: 5, votes: [5, 5, 6] })];
    const accepted = work({
      ...{ phase: "Accepted", level: 5, epoch: 3, sealableAt: 250, rounds },
      records: [record("Finalized", 211, 40)],
    });
    expect(timelineOf(accepted, 220).slice(-2)).deep.equal([
      {
        kind: "accepted",
        state: "done",
        round: 1,
        at: 211,
        due: undefined,
        count: undefined,
        of: undefined,
        record: 40,
      },
      {
        kind: "paid",
        state: "current",
        round: 1,
        at: undefined,
        due: 250,
        count: undefined,
        of: undefined,
        record: undefined,
      },
    ]);
    const settlement = {
      ...{ epoch: 3, points: "16", rate: "100", amount: "1600", citadel: "160", people: "1440" },
      ...{ settledAt: 251, tx: "0x" },
    };
    const settled = work({
      ...accepted,
      phase: "Settled",
      settlement,
      records: [record("Settled", 251, 41)],
    });
    expect(timelineOf(settled, 300).at(-1)).include({ kind: "paid", state: "done", at: 251, record: 41 });
    expect(timelineOf(settled, 300).every(({ state }) => state === "done")).equal(true);
  });

  it("shows a round that fell short, and goes on with the next", () => {
    const again = work({
      ...{ phase: "Voting", round: 2 },
      rounds: [
        drawn(1, [4]),
        drawn(3, [], { round: 2, drawnAt: 190, commitEnd: 230, revealEnd: 260, rearmReason: "NoQuorum" }),
      ],
      records: [record("Drawn", 110, 31), record("Drawn", 190, 35)],
    });
    expect(steps(again, 200).slice(0, 7)).deep.equal([
      ...["registered done", "drawn done", "committed done", "revealed done", "silent done"],
      ...["drawn done", "committed current"],
    ]);
    expect(timelineOf(again, 200)[5]).include({ round: 2, record: 35 });
  });

  it("leads from the score of each panel to its own record", () => {
    const [first, second] = [
      { scoredAt: 181, level: 9 },
      { round: 2, drawnAt: 190, scoredAt: 270, level: 5 },
    ];
    const challenged = work({
      ...{ phase: "Rejected", level: 0, round: 2 },
      rounds: [drawn(3, [9, 9, 9], first), drawn(3, [5, 5, 5], second)],
      records: [record("Scored", 181, 32), record("Scored", 270, 37)],
    });
    const scores = timelineOf(challenged, 300).filter(({ kind }) => kind === "scored");
    expect(scores.map(({ record: index }) => index)).deep.equal([32, 37]);
  });

  it("shows a draw that nobody made in time", () => {
    const rounds = [round(), round({ round: 2, rearmReason: "MissedDraw" })];
    expect(steps(work({ round: 2, rounds }), 9_000).slice(1, 3)).deep.equal(["missed done", "drawn current"]);
  });

  it("ends as void when the second panel falls short as well", () => {
    const ended = work({
      ...{ phase: "Void", round: 2 },
      rounds: [drawn(1, []), drawn(0, [], { round: 2 })],
      records: [record("Voided", 300, 50)],
    });
    expect(steps(ended, 301).slice(-2)).deep.equal(["silent done", "void done"]);
    expect(timelineOf(ended, 301).at(-1)).include({ at: 300, record: 50 });
  });
});
