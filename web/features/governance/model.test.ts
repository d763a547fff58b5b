import { expect } from "chai";
import type { Proposal } from "#lib/api/types.ts";
import { bodyOf, numberOf, quorumPart, stepOf, titleOf, voteParts } from "./model.ts";

const proposal = (changes: Partial<Proposal>): Proposal => ({
  ...{ id: `0x${"0".repeat(62)}ff`, proposer: `0x${"11".repeat(20)}`, description: "Pay judges better" },
  ...{ state: "Active", proposedAt: 1, voteStart: 5, voteEnd: 60, voters: 0, eta: null, executedAt: null },
  ...{
    votesFor: "0",
    votesAgainst: "0",
    votesAbstain: "0",
    quorum: "100",
    block: 1,
    tx: `0x${"0".repeat(64)}`,
  },
  ...changes,
});

describe("a proposal on its page", () => {
  it("has its first line for a title, and the rest below it", () => {
    const description = "\n# Pay judges better\n\nIt takes long.\nVery long.\n";
    expect(titleOf({ description })).to.equal("Pay judges better");
    expect(bodyOf({ description })).to.equal("It takes long.\nVery long.");
    expect([titleOf({ description: "" }), bodyOf({ description: "One line" })]).to.deep.equal(["", ""]);
  });

  it("has the number by which the governor knows it", () => {
    expect(numberOf(proposal({}))).to.equal("255");
  });

  it("shows how far the quorum is reached, by votes for and abstentions, and how the votes stand", () => {
    expect(quorumPart(proposal({ votesFor: "20", votesAbstain: "10", votesAgainst: "500" }))).to.equal(0.3);
    expect(quorumPart(proposal({ votesFor: "1000" }))).to.equal(1);
    expect(voteParts(proposal({ votesFor: "1", votesAgainst: "3" }))).to.deep.equal({
      For: 0.25,
      Against: 0.75,
      Abstain: 0,
    });
    expect(voteParts(proposal({}))).to.deep.equal({ For: 0, Against: 0, Abstain: 0 });
  });

  it("can be voted on, queued, and executed from the second of its time on", () => {
    expect(stepOf(proposal({}), 10)).to.equal("vote");
    expect(stepOf(proposal({ state: "Succeeded" }), 10)).to.equal("queue");
    const queued = proposal({ state: "Queued", eta: 100 });
    expect([99, 100].map((now) => stepOf(queued, now))).to.deep.equal([undefined, "execute"]);
    for (const state of ["Pending", "Canceled", "Defeated", "Executed"] as const)
      expect(stepOf(proposal({ state }), 1_000)).to.equal(undefined);
  });
});
