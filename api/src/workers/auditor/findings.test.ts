import { expect } from "chai";
import { Findings, findingOf } from "./findings.ts";

const fault = (row: string) => findingOf("eth_call", "pool", row, "is wrong");

describe("auditor: findings", () => {
  let findings: Findings;
  const rows = () => findings.all.map(({ row }) => row);

  beforeEach(() => {
    findings = new Findings();
  });

  it("stay until a whole round did not come upon them again", () => {
    findings.add("calls", fault("a"));
    findings.endRound("calls");
    findings.add("calls", fault("b"));
    expect(rows()).to.deep.equal(["a", "b"]);
    findings.endRound("calls");
    expect(rows()).to.deep.equal(["b"]);
    findings.endRound("calls");
    expect(rows()).to.deep.equal([]);
  });

  it("are void if the chain went elsewhere while they were found, and those before are not", () => {
    findings.add("calls", fault("a"));
    const takeBack = findings.keep();
    findings.add("calls", fault("b"));
    findings.endRound("calls");
    findings.add("ledger", fault("c"));
    expect(rows()).to.have.members(["a", "b", "c"]);
    takeBack();
    expect(rows()).to.deep.equal(["a"]);
  });
});
