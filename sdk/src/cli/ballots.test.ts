import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { keccak256, stringToHex } from "viem";
import { createDeployment } from "../addresses.ts";
import { commitmentOf, type StoredBallot } from "../storedBallot.ts";
import { findBallot, keepBallot, loadBallots } from "./ballots.ts";
import { RefusedError } from "./exit.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const ballot: StoredBallot = {
  chainId: 31_337,
  contribution: `0x01${"ab".repeat(31)}`,
  round: 1,
  validator: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  level: 5,
  rationale: "Solid.",
  rationaleHash: keccak256(stringToHex("Solid.")),
  salt: `0x${"cd".repeat(32)}`,
};

describe("cli: ballots", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-ballots-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are kept under their commitment, for their owner only", () => {
    const file = keepBallot(folder, deployment, ballot);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).to.equal(0o700);
    expect(findBallot(folder, commitmentOf(deployment, ballot))).to.deep.equal(ballot);
  });

  it("do not overwrite each other: the one on the chain can always be opened", () => {
    keepBallot(folder, deployment, ballot);
    keepBallot(folder, deployment, { ...ballot, level: 6 });
    expect(findBallot(folder, commitmentOf(deployment, ballot))?.level).to.equal(5);
  });

  it("are missing by name, not by accident", () => {
    expect(findBallot(folder, `0x${"00".repeat(32)}`)).to.equal(undefined);
    const broken = path.join(folder, "broken.json");
    writeFileSync(broken, "{}");
    expect(() => loadBallots(broken)).to.throw(RefusedError, "is not a ballot");
  });
});
