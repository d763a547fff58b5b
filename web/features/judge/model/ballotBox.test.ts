import { BallotError, commitmentOf, createBallot, createDeployment, formatBallots } from "@azora/sdk";
import { expect } from "chai";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { BallotNotKeptError, ballotsOf, findBallot, importBallots, keepBallot } from "./ballotBox.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const validator = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const ballot = createBallot({
  chainId: 31_337,
  contribution: `0x01${"ab".repeat(31)}`,
  round: 1,
  validator,
  level: 5,
  rationale: "Solid.",
  salt: `0x${"cd".repeat(32)}`,
});
const replacement = { ...ballot, level: 6 };

describe("the ballots of a browser", () => {
  it("are kept under their commitments, none in the place of another", () => {
    const box = memoryStorage();
    const commitment = keepBallot(box, deployment, ballot);
    keepBallot(box, deployment, replacement);
    expect(commitment).to.equal(commitmentOf(deployment, ballot));
    expect(findBallot(box, commitment)).to.deep.equal(ballot);
    expect(ballotsOf(box, 31_337, validator)).to.have.deep.members([ballot, replacement]);
    expect(ballotsOf(box, 1, validator)).to.deep.equal([]);
  });

  it("are missing by name, and when what stands there is none", () => {
    const box = memoryStorage();
    expect(findBallot(box, `0x${"00".repeat(32)}`)).to.equal(undefined);
    box.setItem("azora.ballot.0x12", "{}");
    expect(findBallot(box, "0x12")).to.equal(undefined);
    expect(ballotsOf(box, 31_337, validator)).to.deep.equal([]);
  });

  it("stop a commitment that could never be opened", () => {
    const full = { ...memoryStorage(), setItem: () => expect.fail("full") };
    const silent = { ...memoryStorage(), setItem: () => undefined };
    for (const box of [full, silent, undefined])
      expect(() => keepBallot(box, deployment, ballot)).to.throw(BallotNotKeptError);
  });

  it("go to a file and back, one or several", () => {
    for (const ballots of [[ballot], [ballot, replacement]]) {
      const box = memoryStorage();
      expect(importBallots(box, deployment, formatBallots(ballots))).to.equal(ballots.length);
      expect(ballotsOf(box, 31_337, validator)).to.have.deep.members(ballots);
    }
  });

  it("are refused from a file that holds none", () => {
    expect(() => importBallots(memoryStorage(), deployment, "{}")).to.throw(BallotError);
  });
});
