import { expect } from "chai";
import { run } from "../support/run.ts";

describe("npm run demo", () => {
  it("has two histories judged and paid 90/10, proves every figure, and finds the index equal to the contracts", async function () {
    this.timeout(300_000);
    const { code, stdout, stderr } = await run("scripts/demo.ts").ended;
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
    expect(BigInt(figures.withdrawn) > 0n).to.equal(true);
    expect(Object.keys(figures.inputs)).to.have.length(2);
  });

  it("says what an option must be", async () => {
    const { code, stderr } = await run("scripts/demo.ts", ["--seed", "many"]).ended;
    expect(code).to.equal(2);
    expect(stderr.trim()).to.equal("--seed must be a whole number from 0.");
  });
});
