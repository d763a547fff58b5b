import { expect } from "chai";
import { conflictsOf } from "./conflicts.ts";

const judge = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const other = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const share = (account: string | null) => ({
  ...{ node: "0x", kind: "Account" as const, weight: 20_000 },
  account,
});
const citation = (id: string) => ({
  ...{ id, number: 1, title: null, phase: "Settled" as const, weight: 100 },
});
const work = { registrant: other, contributors: [share(other), share(null)], upstream: [citation("0x01")] };
const none = new Set<string>();

describe("conflicts of interest", () => {
  it("are none for a stranger to the work", () => {
    expect(conflictsOf(work, judge, false, none)).to.deep.equal([]);
  });

  it("are what the registry says, and registering it, however the address is written", () => {
    expect(conflictsOf(work, judge, true, none)).to.deep.equal(["party"]);
    const registered = { ...work, registrant: judge.toLowerCase() };
    expect(conflictsOf(registered, judge, false, none)).to.deep.equal(["party"]);
  });

  it("are a share that is too small for the contract, and an own work that is cited", () => {
    const credited = { ...work, contributors: [share(judge)] };
    expect(conflictsOf(credited, judge, false, none)).to.deep.equal(["credited"]);
    expect(conflictsOf(work, judge, false, new Set(["0x01"]))).to.deep.equal(["cited"]);
  });
});
