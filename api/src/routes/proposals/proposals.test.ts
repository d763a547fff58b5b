import { expect } from "chai";
import { getAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import { ALICE, azr, BOB, CAROL, FUND, hashOf, timeOf } from "../../testing/names.ts";
import { HEAD } from "../../testing/world.ts";
import { proposalAnswer, proposalPage } from "./schema.ts";

describe("api: proposals", () => {
  const api = useApi();

  it("lists them latest first, each in the state that its governor would say", async () => {
    const { items } = await api().get("/v1/proposals", proposalPage);
    expect(items.map(({ description, state }) => [description, state])).to.deep.equal([
      [`proposal ${HEAD - 2}`, "Pending"],
      [`proposal ${HEAD - 3}`, "Active"],
      // One wei of Voice is missing.
      ["proposal 25", "Defeated"],
      ["proposal 4", "Succeeded"],
      ["proposal 3", "Queued"],
      ["proposal 2", "Canceled"],
      ["proposal 1", "Executed"],
    ]);
  });

  it("says the quorum as of the vote's start: a part of all Voice, or the floor", async () => {
    const { items } = await api().get("/v1/proposals", proposalPage);
    const quorums = new Map(items.map(({ description, quorum }) => [description, quorum]));
    expect(quorums.get("proposal 4")).to.equal(azr(2).toString());
    expect(quorums.get("proposal 25")).to.equal(azr(4).toString());
  });

  it("pages to the end, and shows one account's", async () => {
    const paged = await api().all("/v1/proposals?limit=2", proposalPage);
    expect(paged).to.have.length(7);
    const { items } = await api().get(`/v1/proposals?proposer=${BOB}`, proposalPage);
    expect(items.map(({ description }) => description)).to.deep.equal(["proposal 3"]);
    await api().refused("/v1/proposals?cursor=WyJwcm9wb3NhbHMiLFsiMCJdXQ", 400);
  });

  it("shows what one does, who voted how, and what critics say of it", async () => {
    const { proposal } = await api().get(`/v1/proposals/${hashOf("proposal 4")}`, proposalAnswer);
    expect(proposal.calls).to.deep.equal([{ target: getAddress(FUND), value: "3", calldata: "0x1234" }]);
    expect(proposal.votes.map(({ voter, choice, weight }) => [voter, choice, weight])).to.deep.equal([
      [getAddress(ALICE), "For", azr(5).toString()],
      [getAddress(BOB), "Against", azr(4).toString()],
      [getAddress(CAROL), "Abstain", azr(1).toString()],
    ]);
    expect(proposal.critiques).to.have.length(1);
    expect(proposal).to.include({ voters: 3, eta: null, voteEnd: Number(timeOf(12)) });
    await api().refused(`/v1/proposals/${hashOf("nothing")}`, 404);
  });
});
