import { Fault, Outcome, Phase, type View, voteKey } from "@azora/sdk";
import { expect } from "chai";
import { challenged, judge, over, viewAt, work } from "../testing/view.ts";
import { pendingVotes } from "./judges.ts";
import { mischiefOf, overrated, withMischief } from "./mischief.ts";

const URI = "ipfs://bafkrei";

describe("mischief of practice judges", () => {
  const round = { ...over(1, [undefined, undefined, undefined, undefined, undefined]), commitEnd: 140n };
  const asking = (uri: string) => work(Phase.Voting, { uri, round });
  const who = (uri: string) => [0, 1, 2, 3, 4].filter((place) => mischiefOf(asking(uri), judge(place)));

  it("is done by more than half of the panel, where a work asks to be overrated", () => {
    expect(who(withMischief(URI, "overrate"))).to.deep.equal([0, 1, 2]);
    expect(mischiefOf(asking(withMischief(URI, "overrate")), judge(0))).to.equal("overrate");
  });

  it("is done by one judge, who stays away", () => {
    expect(who(withMischief(URI, "absent"))).to.deep.equal([0]);
    const view = viewAt(20n, 100n, asking(withMischief(URI, "absent")));
    expect(pendingVotes(view).map((vote) => vote.judge)).to.deep.equal([1, 2, 3, 4].map(judge));
  });

  it("is done by one judge, who lets the next one know the vote, which is proven once and then void", () => {
    const leaking = asking(withMischief(URI, "leak"));
    expect(who(withMischief(URI, "leak"))).to.deep.equal([0]);
    const kinds = (view: View) => pendingVotes(view).map(({ kind, judge, of }) => [kind, judge, of]);
    const commits = [1, 2, 3, 4].map((place) => ["commit", judge(place), undefined]);
    const view = viewAt(20n, 100n, leaking);
    expect(kinds(view)[0]).to.deep.equal(["commit", judge(0), undefined]);
    leaking.round.committed.set(judge(0), "0x01");
    expect(kinds(view)).to.deep.equal([...commits, ["proveLeak", judge(1), judge(0)]]);
    const slash = { account: judge(0), contribution: leaking.contribution, round: 1, fault: Fault.Leak };
    const key = voteKey(leaking.contribution, 1, judge(0));
    view.slashes.set(key, { ...slash, amount: 1n, reward: 0n, prover: judge(1) });
    expect(kinds(view)).to.deep.equal(commits);
    expect(kinds({ ...view, timestamp: 150n })).to.deep.equal([]);
  });

  it("is done only where the end of the URI asks for it", () => {
    for (const uri of [URI, "", `${URI}#practice=other`, `${URI}#practice=absent#`, "practice=absent"])
      expect(who(uri), uri).to.deep.equal([]);
  });

  it("is done by nobody of a second panel, or off the panel", () => {
    const uri = withMischief(URI, "overrate");
    expect(mischiefOf(challenged(round, round, Outcome.Pending, { uri }), judge(0))).to.equal(undefined);
    expect(mischiefOf(asking(uri), judge(7))).to.equal(undefined);
  });

  it("gives four levels too much, at most 10, and says so", () => {
    expect(overrated({ level: 5, rationale: "Good." }).level).to.equal(9);
    expect(overrated({ level: 8, rationale: "Good." })).to.deep.include({ level: 10 });
    expect(overrated({ level: 5, rationale: "Good." }).rationale).to.match(/^Good\. .* on purpose/);
  });
});

describe("pending votes", () => {
  it("are none of a party to the work, whose vote would be refused", () => {
    const voting = work(Phase.Voting, { registrant: judge(0) });
    expect(pendingVotes(viewAt(20n, 100n, voting))).to.deep.equal([]);
    voting.round.committed.set(judge(0), "0x01");
    expect(pendingVotes(viewAt(20n, 150n, voting))).to.deep.equal([]);
  });
});
