import { expect } from "chai";
import { formatEther, parseEther } from "viem";
import { run } from "../support/run.ts";

/** Four times what it takes on two quiet cores: how long it takes is not what is tested. */
const LIMIT_MS = 900_000;

describe("npm run demo", () => {
  it("has two histories judged and paid 90/10, plays every case, proves every figure, and finds the index equal to the contracts", async function () {
    this.timeout(LIMIT_MS + 180_000);
    const { code, stdout, stderr } = await run("scripts/demo.ts", [], { limitMs: LIMIT_MS }).ended;
    expect(code, stderr).to.equal(0);
    const lines = stdout.trim().split("\n");
    expect(lines).to.have.length(1);
    const figures = JSON.parse(lines[0] ?? "");
    expect(figures.contributions).to.be.at.least(30);
    expect(figures.contributors).to.be.at.least(8);
    expect(figures.epochs).to.be.at.least(3);
    expect(figures.ledgerVerified).to.equal(true);
    expect(figures.indexed).to.equal(figures.contributions);
    expect(figures.indexAgrees).to.equal(true);
    expect(figures.compared).to.be.at.least(20 * figures.contributions);
    expect(BigInt(figures.citadel)).to.equal(BigInt(figures.minted) / 10n);
    expect(figures.linkedByProof).to.equal(1);
    // All but the flagged work, which was rejected.
    expect(figures.settled).to.equal(figures.contributions - 1);
    expect(BigInt(figures.withdrawn) > 0n).to.equal(true);
    expect(Object.keys(figures.inputs)).to.have.length(2);

    expect(figures.challenges).to.deep.equal({ upheld: 1, dismissed: 1 });
    expect(figures.overturned.to).to.be.at.most(figures.overturned.from - 2);
    expect(figures.flagged).to.deep.include({ upheld: true, to: 0 });
    expect(figures.flagged.from).to.be.at.least(2);
    expect(BigInt(figures.flagged.fee) > 0n).to.equal(true);
    // Twice four of seven judges overrate on purpose and lose 30% of a bond of 0.1 ETH each; one stays away, and loses 2%;
    // one lets its vote leak, and loses 40%.
    const wei = String(parseEther("0.282"));
    expect(figures.slashed).to.deep.equal({ outliers: 8, absent: 1, leaked: 1, wei });
    // 90 of 100 to people, of which a tenth went on to what the work stands on.
    const { amount, citadel, withdrawn } = figures.reward;
    expect([amount, citadel, withdrawn].map((each) => formatEther(BigInt(each)))).to.deep.equal([
      "100",
      "10",
      "81",
    ]);
    const { proposal } = figures;
    expect(proposal).to.deep.include({ state: "Executed", stipend: 30_000_000, rulesVersion: 2 });
    expect(BigInt(proposal.votesFor) > BigInt(proposal.votesAgainst)).to.equal(true);
    expect(BigInt(proposal.votesAgainst) > 0n).to.equal(true);
    expect(BigInt(figures.stipends) > 0n).to.equal(true);
  });

  it("says what an option must be", async () => {
    const { code, stderr } = await run("scripts/demo.ts", ["--seed", "many"]).ended;
    expect(code).to.equal(2);
    expect(stderr.trim()).to.equal("--seed must be a whole number from 0.");
  });
});
