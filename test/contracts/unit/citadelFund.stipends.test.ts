import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate, now } from "../../support/fixture.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import {
  ballotOf,
  commitAll,
  draw,
  finalized,
  moveTo,
  panelOf,
  register,
  revealAll,
} from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

const AZR = 10n ** 18n;
/** The local rule, for one counted vote. */
const STIPEND = 20n * AZR;

describe("CitadelFund: stipends", () => {
  let protocol: Protocol;
  let work: Attribution;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
  });

  /** A work that all seven judged, accepted; and claims for their votes. */
  async function judged(level: number, evidence = id("judged")) {
    const contribution = await register(protocol, work, { evidence });
    await finalized(protocol, contribution, work, level);
    const claims = (await panelOf(protocol, contribution)).map(({ address }) => ({
      contribution,
      round: 1n,
      validator: address,
    }));
    return { contribution, claims };
  }

  /** Settles it, with the fund's epoch opened just before: its tenth comes in within the epoch. */
  async function inflow(contribution: string): Promise<bigint> {
    const { pov, fund, token } = protocol;
    const { epoch } = await pov.workOf(contribution);
    await moveTo(protocol, await pov.sealableAt(epoch));
    await fund.openEpoch(token);
    const before = await token.balanceOf(fund);
    await pov.settle(contribution, work);
    return (await token.balanceOf(fund)) - before;
  }

  it("pays each counted vote by the rule, for anybody who asks", async () => {
    const { fund, token, person, pov } = protocol;
    const { contribution, claims } = await judged(8);
    const came = await inflow(contribution);
    expect(came).to.equal(1_280n * AZR);
    expect(await fund.stipendsLeft()).to.equal(came / 4n);
    const [claim] = claims;
    if (claim === undefined) throw new Error("Nobody voted.");
    const transaction = await fund.connect(person(9)).claimStipends([claim]);
    const epoch = await pov.epochAt(await now(protocol));
    await expect(transaction)
      .to.emit(fund, "StipendPaid")
      .withArgs(contribution, 1n, claim.validator, STIPEND, epoch);
    await expectLeaf(protocol, transaction, {
      kind: "Stipend",
      emitter: fund,
      subject: contribution,
      actor: person(9),
      dataHash: hashOf(["uint16", 1n], ["address", claim.validator], ["uint256", STIPEND], ["uint32", epoch]),
    });
    expect(await token.balanceOf(claim.validator)).to.equal(STIPEND);
    expect(await fund.isClaimed(contribution, 1n, claim.validator)).to.equal(true);
    expect(await fund.stipendsLeft()).to.equal(came / 4n - STIPEND);
    await fund.claimStipends(claims.slice(1));
    for (const { validator } of claims) expect(await token.balanceOf(validator)).to.equal(STIPEND);
    expect((await fund.bookOf(token)).stipends).to.equal(7n * STIPEND);
  });

  it("pays for a vote of the highest level like any other", async () => {
    const { fund } = protocol;
    const { contribution, claims } = await judged(10);
    await inflow(contribution);
    await fund.claimStipends(claims);
    for (const { validator } of claims)
      expect(await fund.isClaimed(contribution, 1n, validator)).to.equal(true);
  });

  it("AZ-10: makes neither earnings nor Voice, for it is not minted", async () => {
    const { fund, token, rewards, voice } = protocol;
    const { contribution, claims } = await judged(8);
    await inflow(contribution);
    await fund.claimStipends(claims);
    for (const { validator } of claims) {
      expect([...(await rewards.creditOf(token, validator))]).to.deep.equal([0n, 0n]);
      expect(await voice.unitsOf(validator)).to.equal(0n);
    }
  });

  it("AZ-13: never pays more in an epoch than a quarter of what came in, and refuses a batch as a whole", async () => {
    const { fund, token } = protocol;
    // 400 AZR a point of level 6: the fund gets 320, a quarter of which is four stipends.
    const { contribution, claims } = await judged(6);
    expect(await inflow(contribution)).to.equal(320n * AZR);
    const left = 80n * AZR;
    await expect(fund.claimStipends(claims.slice(0, 5)))
      .to.be.revertedWithCustomError(fund, "CitadelFund_StipendsExceeded")
      .withArgs(5n * STIPEND, left);
    await fund.claimStipends(claims.slice(0, 3));
    await expect(fund.claimStipends(claims.slice(3, 5)))
      .to.be.revertedWithCustomError(fund, "CitadelFund_StipendsExceeded")
      .withArgs(2n * STIPEND, STIPEND);
    await fund.claimStipends(claims.slice(3, 4));
    expect(await fund.stipendsLeft()).to.equal(0n);
    await expect(fund.claimStipends(claims.slice(4, 5)))
      .to.be.revertedWithCustomError(fund, "CitadelFund_StipendsExceeded")
      .withArgs(STIPEND, 0n);
    // A donation is an inflow too; 79 wei short of the next stipend's quarter is not enough.
    const [judge] = claims;
    const giver = await protocol.ethers.getSigner(judge?.validator ?? "");
    await token.connect(giver).transfer(fund, STIPEND);
    expect(await fund.stipendsLeft()).to.equal(STIPEND / 4n);
    expect(await token.balanceOf(fund)).to.equal(320n * AZR - 3n * STIPEND);
  });

  it("AZ-13: grants of the epoch are no loss of inflow, and stipends take nothing from their cap", async () => {
    const { fund, token, timelock, person } = protocol;
    const first = await judged(8);
    await inflow(first.contribution);
    const second = await judged(8, id("second"));
    const came = await inflow(second.contribution);
    const quarter = came / 4n;
    const cap = await fund.grantLeft(token);
    expect(cap).to.be.greaterThan(0n);
    const governed = fund.connect(await impersonate(protocol, await timelock.getAddress()));
    await governed.grant(token, person(5), cap, id("purpose"));
    expect(await fund.stipendsLeft()).to.equal(quarter);
    await fund.claimStipends(second.claims);
    expect(await fund.stipendsLeft()).to.equal(quarter - 7n * STIPEND);
    expect(await fund.grantLeft(token)).to.equal(0n);
  });

  it("AZ-13: a claim never expires, and waits for the inflow of a later epoch", async () => {
    const { fund, token, pov } = protocol;
    const first = await judged(8);
    const { epoch } = await pov.workOf(first.contribution);
    await moveTo(protocol, await pov.sealableAt(epoch));
    await pov.settle(first.contribution, work);
    // The epoch was not opened before: what came in until now is the balance at its opening.
    await expect(fund.claimStipends(first.claims))
      .to.be.revertedWithCustomError(fund, "CitadelFund_StipendsExceeded")
      .withArgs(7n * STIPEND, 0n);
    expect(await fund.stipendsLeft()).to.equal(0n);
    const second = await judged(8, id("second"));
    await inflow(second.contribution);
    await fund.claimStipends(first.claims);
    expect((await fund.bookOf(token)).stipends).to.equal(7n * STIPEND);
  });

  it("pays for a round that fell short of its quorum, whose counted votes were work too", async () => {
    const { fund, token, pov } = protocol;
    const contribution = await register(protocol, work);
    await draw(protocol, contribution);
    const levels = [3, 3, null, null, null, null, null];
    await commitAll(protocol, contribution, levels);
    await revealAll(protocol, contribution, levels, work);
    const [first, , third] = await panelOf(protocol, contribution);
    await moveTo(protocol, (await pov.roundOf(contribution, 1)).revealEnd);
    await pov.score(contribution);
    const paying = await judged(8, id("paying"));
    await inflow(paying.contribution);
    await fund.claimStipends([{ contribution, round: 1, validator: first?.address ?? "" }]);
    expect(await token.balanceOf(first ?? "")).to.be.at.least(STIPEND);
    const silent = third?.address ?? "";
    await expect(fund.claimStipends([{ contribution, round: 1, validator: silent }]))
      .to.be.revertedWithCustomError(fund, "CitadelFund_NotCounted")
      .withArgs(contribution, 1n, silent);
  });

  describe("refuses", () => {
    it("no claims at all", async () => {
      await expect(protocol.fund.claimStipends([])).to.be.revertedWithCustomError(
        protocol.fund,
        "CitadelFund_NoClaims",
      );
    });

    it("a vote that is not counted: none, another round's, or one that is still sealed", async () => {
      const { fund, pov, person } = protocol;
      const contribution = await register(protocol, work);
      await draw(protocol, contribution);
      const [judge] = await panelOf(protocol, contribution);
      if (judge === undefined) throw new Error("The panel is empty.");
      const commitment = await pov.commitmentOf(contribution, 1, ballotOf(judge.address, 5));
      await pov.connect(judge).commit(contribution, 0, commitment);
      const claims = [
        { contribution, round: 1, validator: judge.address },
        { contribution, round: 2, validator: judge.address },
        { contribution, round: 1, validator: person(1).address },
        { contribution: ZeroHash, round: 1, validator: judge.address },
      ];
      for (const claim of claims) {
        await expect(fund.claimStipends([claim]))
          .to.be.revertedWithCustomError(fund, "CitadelFund_NotCounted")
          .withArgs(claim.contribution, claim.round, claim.validator);
      }
    });

    it("a vote that was paid, in another batch or in the same one", async () => {
      const { fund } = protocol;
      const { contribution, claims } = await judged(8);
      await inflow(contribution);
      const [claim] = claims;
      if (claim === undefined) throw new Error("Nobody voted.");
      await expect(fund.claimStipends([claim, claim]))
        .to.be.revertedWithCustomError(fund, "CitadelFund_AlreadyClaimed")
        .withArgs(contribution, 1n, claim.validator);
      await fund.claimStipends([claim]);
      await expect(fund.claimStipends([claim]))
        .to.be.revertedWithCustomError(fund, "CitadelFund_AlreadyClaimed")
        .withArgs(contribution, 1n, claim.validator);
    });

    it("AZ-12: by the rules of the work's version, when those give none", async () => {
      const { fund } = protocol;
      const before = await judged(8);
      await amended(protocol, Rule.ReviewStipend, 0);
      const after = await judged(8, id("after"));
      await inflow(after.contribution);
      const [claim] = after.claims;
      if (claim === undefined) throw new Error("Nobody voted.");
      await expect(fund.claimStipends([claim]))
        .to.be.revertedWithCustomError(fund, "CitadelFund_NoStipend")
        .withArgs(after.contribution);
      await fund.claimStipends(before.claims);
    });
  });
});
