import { expect } from "chai";
import { keccak256, stringToHex } from "viem";
import { createDeployment } from "./addresses.ts";
import {
  BallotError,
  commitmentOf,
  createBallot,
  formatBallot,
  formatBallots,
  parseBallot,
  readBallots,
} from "./storedBallot.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const ballot = createBallot({
  chainId: 31_337,
  contribution: `0x01${"ab".repeat(31)}`,
  round: 1,
  validator: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  level: 5,
  rationale: "Solid, siyabonga.",
  salt: `0x${"cd".repeat(32)}`,
});

describe("a ballot with its secret", () => {
  it("carries the hash of its rationale, and reads back from its file", () => {
    expect(ballot.rationaleHash).to.equal(keccak256(stringToHex(ballot.rationale)));
    expect(parseBallot(JSON.parse(formatBallot(ballot)))).to.deep.equal(ballot);
    const lower = { ...ballot, validator: ballot.validator.toLowerCase() };
    expect(parseBallot(lower)).to.deep.equal(ballot);
  });

  it("has another commitment with any other secret, level or work", () => {
    const others = [
      { ...ballot, level: 6 },
      { ...ballot, salt: `0x${"ce".repeat(32)}` as const },
      { ...ballot, round: 2 },
      { ...ballot, contribution: `0x01${"ac".repeat(31)}` as const },
    ];
    const commitments = [ballot, ...others].map((each) => commitmentOf(deployment, each));
    expect(new Set(commitments).size).to.equal(commitments.length);
  });

  it("goes into a file alone or with others, and is found there again", () => {
    const others = [ballot, { ...ballot, level: 6 }];
    expect(formatBallots([ballot])).to.equal(formatBallot(ballot));
    expect(readBallots(formatBallots([ballot]))).to.deep.equal([ballot]);
    expect(readBallots(formatBallots(others))).to.deep.equal(others);
    for (const text of ["{", "{}", "[]", "null", "[{}]"])
      expect(() => readBallots(text), text).to.throw(BallotError);
  });

  it("is refused when it is none", () => {
    const wrong = [
      {},
      null,
      { ...ballot, level: 11 },
      { ...ballot, salt: "0x12" },
      { ...ballot, validator: "0x1" },
    ];
    for (const json of wrong) expect(() => parseBallot(json)).to.throw(BallotError);
  });
});
