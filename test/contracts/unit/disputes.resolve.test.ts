import { Direction, Ground, Outcome, Rule } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { challenge, judgedAgain, REASON, votedOn, votesOf } from "../../support/disputes.ts";
import { fresh, nextAt } from "../../support/fixture.ts";
import { hashOf } from "../../support/leaves.ts";
import { headerOf, moveTo, panelOf, register, scored, settled } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

const { Up, Down } = Direction;
const { Upheld, Dismissed, Inconclusive } = Outcome;
const [ARMED, SCORED, REJECTED, ACCEPTED] = [1n, 3n, 4n, 5n];
const HISTORY = 8_191n;

describe("Disputes: resolution", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let fee: bigint;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
  });

  /** A first level, its challenge, and what that cost. */
  async function challenged(level: number, direction: Direction, ground: Ground = Ground.Value) {
    await scored(protocol, contribution, work, level);
    ({ fee, bond } = await protocol.disputes.priceOf(contribution, direction));
    return challenge(protocol, contribution, { direction, ground });
  }

  describe("the second panel", () => {
    it("has twice the first and one, and nobody of the first", async () => {
      const { pov } = protocol;
      await challenged(5, Down);
      await votedOn(protocol, contribution, work, votesOf(5));
      const first = [...(await pov.roundOf(contribution, 1)).panel];
      const second = [...(await pov.roundOf(contribution, 2)).panel];
      expect(second).to.have.length(15);
      expect(new Set(second).size).to.equal(15);
      expect(second.filter((judge) => first.includes(judge))).to.deep.equal([]);
    });

    it("AZ-08: leaves the first round as it was", async () => {
      const { pov } = protocol;
      await challenged(5, Down);
      const before = await pov.roundOf(contribution, 1);
      await judgedAgain(protocol, contribution, work, votesOf(2));
      expect(await pov.roundOf(contribution, 1)).to.deep.equal(before);
    });
  });

  for (const [first, direction, second, outcome, level] of [
    [5, Down, 3, Upheld, 3],
    [5, Down, 4, Dismissed, 5],
    [5, Down, 5, Dismissed, 5],
    [5, Down, 9, Dismissed, 5],
    [5, Down, 0, Upheld, 0],
    [2, Down, 0, Upheld, 0],
    [10, Down, 8, Upheld, 8],
    [5, Up, 7, Upheld, 7],
    [5, Up, 6, Dismissed, 5],
    [5, Up, 1, Dismissed, 5],
    [8, Up, 10, Upheld, 10],
    [0, Up, 2, Upheld, 2],
    [0, Up, 1, Dismissed, 0],
  ] as const) {
    const way = direction === Up ? "up" : "down";
    it(`AZ-08: challenged ${way} from ${first}, a second median of ${second} leaves level ${level}`, async () => {
      const { pov, disputes, ledger } = protocol;
      await challenged(first, direction);
      const transaction = await judgedAgain(protocol, contribution, work, votesOf(second));
      await expect(transaction)
        .to.emit(pov, "Scored")
        .withArgs(contribution, 2, second, 15n << BigInt(8 * second));
      await expect(transaction).to.emit(pov, "Resolved").withArgs(contribution, 2, level, outcome);
      const block = transaction.blockNumber ?? 0;
      const [, leaf] = await ledger.queryFilter(ledger.filters.Appended(), block, block);
      expect([leaf?.args.kind, leaf?.args.dataHash]).to.deep.equal([
        6n,
        hashOf(["uint16", 2], ["uint8", level], ["uint8", outcome]),
      ]);
      const state = await pov.workOf(contribution);
      expect([state.phase, state.level, state.scoredRound, state.round]).to.deep.equal([
        SCORED,
        BigInt(level),
        outcome === Upheld ? 2n : 1n,
        2n,
      ]);
      expect(await pov.openRounds()).to.equal(0n);
      const dispute = await disputes.disputeOf(contribution);
      expect([dispute.outcome, dispute.lastRound, dispute.secondLevel, dispute.counted]).to.deep.equal([
        BigInt(outcome),
        2n,
        BigInt(second),
        15n,
      ]);
    });
  }

  for (const [name, ground, level] of [
    ["value", Ground.Value, 3],
    ["conflict of interest", Ground.Conflict, 3],
    ["attribution", Ground.Attribution, 0],
    ["plagiarism", Ground.Plagiarism, 0],
    ["constitution", Ground.Constitution, 0],
  ] as const) {
    it(`upheld for ${name} means level ${level}`, async () => {
      await challenged(6, Down, ground);
      await judgedAgain(protocol, contribution, work, votesOf(3));
      expect((await protocol.pov.workOf(contribution)).level).to.equal(BigInt(level));
    });
  }

  describe("the money", () => {
    it("AZ-07: the winner has its bond back, and the registration bond of a work at level 0", async () => {
      const { pov, disputes, registry, person } = protocol;
      await challenged(6, Down, Ground.Plagiarism);
      const transaction = await judgedAgain(protocol, contribution, work, votesOf(3));
      await expect(transaction)
        .to.emit(disputes, "Closed")
        .withArgs(contribution, Upheld, person(5).address, bond, 15, fee / 15n);
      await expect(transaction).to.emit(disputes, "EtherCredited").withArgs(person(5).address, bond);
      expect((await disputes.disputeOf(contribution)).refund).to.equal(fee);
      const registrationBond = await registry.bondOf(contribution);
      const end = await pov.finalize(contribution);
      await expect(end)
        .to.emit(registry, "BondReleased")
        .withArgs(contribution, person(5).address, registrationBond);
      expect((await pov.workOf(contribution)).phase).to.equal(REJECTED);
    });

    it("AZ-07: a loser's bond goes to the fund, and nothing is refunded", async () => {
      const { disputes, fund } = protocol;
      await challenged(6, Down);
      const transaction = await judgedAgain(protocol, contribution, work, votesOf(6));
      const to = await fund.getAddress();
      await expect(transaction)
        .to.emit(disputes, "Closed")
        .withArgs(contribution, Dismissed, to, bond, 15, fee / 15n);
      expect(await disputes.etherOwed(to)).to.equal(bond + (fee % 15n));
      expect((await disputes.disputeOf(contribution)).refund).to.equal(0n);
    });

    it("AZ-07: a rejected work's bond goes to the fund if the challenge was dismissed", async () => {
      const { pov, registry, fund } = protocol;
      await challenged(0, Up);
      await judgedAgain(protocol, contribution, work, votesOf(1));
      const registrationBond = await registry.bondOf(contribution);
      await expect(pov.finalize(contribution))
        .to.emit(registry, "BondReleased")
        .withArgs(contribution, await fund.getAddress(), registrationBond);
    });

    it("AZ-07: the fee is shared by the counted reveals, once each, the dust to the fund", async () => {
      const { disputes, fund, ethers } = protocol;
      await challenged(6, Down);
      await judgedAgain(protocol, contribution, work, votesOf(2, 11));
      const share = fee / 11n;
      expect(await disputes.etherOwed(fund)).to.equal(fee - share * 11n);
      const panel = (await panelOf(protocol, contribution)).map(({ address }) => address);
      for (const [position, judge] of panel.entries()) {
        const call = disputes.shareFee(contribution, 2, judge);
        if (position < 11) {
          await expect(call).to.emit(disputes, "FeeShared").withArgs(contribution, 2, judge, share);
          await expect(disputes.shareFee(contribution, 2, judge))
            .to.be.revertedWithCustomError(disputes, "Disputes_AlreadyShared")
            .withArgs(contribution, 2, judge);
          expect(await disputes.isShared(contribution, 2, judge)).to.equal(true);
          await disputes.withdrawEtherFor(judge);
        } else {
          await expect(call)
            .to.be.revertedWithCustomError(disputes, "Disputes_NoShare")
            .withArgs(contribution, 2, judge);
        }
      }
      await disputes.withdrawEtherFor(fund);
      await disputes.withdrawEtherFor(protocol.person(5));
      expect(await ethers.provider.getBalance(disputes), "nothing is left").to.equal(0n);
    });

    it("is shared by votes of the highest level too", async () => {
      const { disputes } = protocol;
      await challenged(8, Up);
      await judgedAgain(protocol, contribution, work, votesOf(10));
      for (const { address } of await panelOf(protocol, contribution))
        await expect(disputes.shareFee(contribution, 2, address)).to.emit(disputes, "FeeShared");
    });

    it("credits nobody with nothing where a challenge has no fee", async () => {
      const { disputes, person } = protocol;
      await amended(protocol, Rule.ChallengeFee, 0);
      contribution = await register(protocol, work, { evidence: id("under the new rules") });
      await challenged(6, Down);
      expect(fee).to.equal(0n);
      const end = await judgedAgain(protocol, contribution, work, votesOf(2));
      const credits = await disputes.queryFilter(disputes.filters.EtherCredited, end.blockNumber ?? 0);
      expect(credits.map(({ args }) => [...args])).to.deep.equal([[person(5).address, bond]]);
      const [judge] = await panelOf(protocol, contribution);
      const shared = await disputes.shareFee(contribution, 2, judge?.address ?? "");
      await expect(shared).to.emit(disputes, "FeeShared").withArgs(contribution, 2, judge?.address, 0n);
      await expect(shared).to.not.emit(disputes, "EtherCredited");
    });

    it("shares nothing before it is resolved, nor with the first panel, nor a round beyond", async () => {
      const { pov, disputes } = protocol;
      await challenged(6, Down);
      const [first] = (await pov.roundOf(contribution, 1)).panel;
      await votedOn(protocol, contribution, work, votesOf(6));
      const [second] = (await pov.roundOf(contribution, 2)).panel;
      if (first === undefined || second === undefined) throw new Error("The panels are empty.");
      await expect(disputes.shareFee(contribution, 2, second)).to.be.revertedWithCustomError(
        disputes,
        "Disputes_NoShare",
      );
      await pov.score(contribution);
      for (const [round, judge] of [
        [1, first],
        [3, second],
        [2, first],
      ] as const) {
        await expect(disputes.shareFee(contribution, round, judge))
          .to.be.revertedWithCustomError(disputes, "Disputes_NoShare")
          .withArgs(contribution, round, judge);
      }
    });
  });

  describe("without a quorum", () => {
    it("draws once more, then the first stands and the bond returns", async () => {
      const { pov, disputes, person } = protocol;
      await challenged(6, Down);
      const redrawn = await judgedAgain(protocol, contribution, work, votesOf(0, 9));
      await expect(redrawn).to.emit(pov, "Rearmed");
      expect((await pov.workOf(contribution)).phase).to.equal(ARMED);
      const end = await judgedAgain(protocol, contribution, work, votesOf(0, 9));
      await expect(end).to.emit(pov, "Resolved").withArgs(contribution, 3, 6, Inconclusive);
      await expect(end)
        .to.emit(disputes, "Closed")
        .withArgs(contribution, Inconclusive, person(5).address, bond, 18, fee / 18n);
      const state = await pov.workOf(contribution);
      expect([state.phase, state.level, state.scoredRound]).to.deep.equal([SCORED, 6n, 1n]);
      expect(await pov.openRounds()).to.equal(0n);
      // Who judged in either round has a part of the fee.
      for (const round of [2, 3]) {
        const [judge] = (await pov.roundOf(contribution, round)).panel;
        if (judge === undefined) throw new Error("The panel is empty.");
        await expect(disputes.shareFee(contribution, round, judge)).to.emit(disputes, "FeeShared");
      }
      // The last window is that of the redraw.
      expect(await pov.challengeEndOf(contribution)).to.equal((await pov.roundOf(contribution, 3)).revealEnd);
    });

    it("gives the fee back where nobody judged at all", async () => {
      const { pov, disputes, person } = protocol;
      await challenged(6, Down);
      await judgedAgain(protocol, contribution, work, votesOf(0, 0));
      await judgedAgain(protocol, contribution, work, votesOf(0, 0));
      expect((await pov.workOf(contribution)).phase).to.equal(SCORED);
      expect(await disputes.etherOwed(person(5))).to.equal(fee + bond);
    });

    it("a second panel of 15 needs ten", async () => {
      const { pov } = protocol;
      await challenged(6, Down);
      await expect(judgedAgain(protocol, contribution, work, votesOf(0, 10))).to.emit(pov, "Resolved");
    });
  });

  describe("a missed draw", () => {
    const miss = async () => {
      const { pov, connection, ethers } = protocol;
      const last = (await pov.drawBlockOf(contribution)) + HISTORY;
      const head = BigInt(await ethers.provider.getBlockNumber());
      await connection.networkHelpers.mine(last - head, { interval: 0 });
    };

    it("is armed again once, then the first stands, in the window it had", async () => {
      const { pov, disputes, person } = protocol;
      await challenged(6, Down);
      const end =
        (await pov.roundOf(contribution, 1)).revealEnd +
        BigInt(protocol.parameters.rules.ChallengeWindow.value);
      await miss();
      await expect(pov.rearm(contribution)).to.emit(pov, "Rearmed");
      await miss();
      await expect(pov.rearm(contribution))
        .to.emit(pov, "Resolved")
        .withArgs(contribution, 3, 6, Inconclusive);
      expect(await disputes.etherOwed(person(5))).to.equal(fee + bond);
      expect(await pov.challengeEndOf(contribution)).to.equal(end);
      await moveTo(protocol, end);
      await pov.finalize(contribution);
      expect((await pov.workOf(contribution)).phase).to.equal(ACCEPTED);
    });

    it("does not use up the redraw, nor the first panel's missed draw the second's", async () => {
      const { pov } = protocol;
      await miss();
      await pov.rearm(contribution);
      expect((await pov.workOf(contribution)).rearmed).to.equal(true);
      await challenged(6, Down);
      expect((await pov.workOf(contribution)).rearmed).to.equal(false);
      await miss();
      await pov.rearm(contribution);
      await judgedAgain(protocol, contribution, work, votesOf(0, 9));
      const state = await pov.workOf(contribution);
      expect([state.phase, state.rearmed, state.redrawn]).to.deep.equal([ARMED, true, true]);
    });
  });

  describe("finalize and settle", () => {
    it("AZ-08: has no further window, and joins the epoch in which the second panel's ended", async () => {
      const { pov } = protocol;
      await challenged(6, Down);
      await judgedAgain(protocol, contribution, work, votesOf(2));
      const end = (await pov.roundOf(contribution, 2)).revealEnd;
      expect(await pov.challengeEndOf(contribution)).to.equal(end);
      const epoch = await pov.epochAt(end);
      await expect(pov.finalize(contribution))
        .to.emit(pov, "Finalized")
        .withArgs(contribution, 1, 2, 2, 2, epoch, false);
    });

    it("is late by the second panel's epoch", async () => {
      const { pov } = protocol;
      await challenged(6, Down);
      await judgedAgain(protocol, contribution, work, votesOf(3));
      const due = await pov.epochAt((await pov.roundOf(contribution, 2)).revealEnd);
      await nextAt(protocol, await pov.sealableAt(due));
      await pov.finalize(contribution);
      const state = await pov.workOf(contribution);
      expect([state.late, state.epoch]).to.deep.equal([true, due + 1n]);
      await moveTo(protocol, await pov.sealableAt(state.epoch));
      // 4 points at the price cap: the epoch that it missed had no points.
      const cap = BigInt(protocol.parameters.rules.PointPriceCap.value) * 10n ** 12n;
      await expect(pov.settle(contribution, work))
        .to.emit(pov, "Settled")
        .withArgs(contribution, state.epoch, 4, cap, 4n * cap, (4n * cap) / 10n);
    });

    it("knows no window while the second panel sits", async () => {
      const { pov } = protocol;
      await challenged(6, Down);
      await expect(pov.challengeEndOf(contribution))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, ARMED, SCORED);
      await expect(pov.finalize(contribution)).to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase");
    });

    it("cannot be challenged again after the resolution", async () => {
      const { disputes } = protocol;
      await challenged(6, Down);
      await judgedAgain(protocol, contribution, work, votesOf(3));
      const call = disputes.challenge(contribution, Up, Ground.Value, REASON, REASON, { value: 10n ** 18n });
      await expect(call)
        .to.be.revertedWithCustomError(disputes, "Disputes_AlreadyChallenged")
        .withArgs(contribution);
    });

    it("leaves a settled work as it is", async () => {
      const { pov } = protocol;
      await settled(protocol, contribution, work, 4);
      expect((await pov.workOf(contribution)).challenged).to.equal(false);
    });
  });

  it("is drawn from the header of its own block", async () => {
    const { pov, connection, ethers } = protocol;
    await challenged(6, Down);
    const block = await pov.drawBlockOf(contribution);
    const head = BigInt(await ethers.provider.getBlockNumber());
    await connection.networkHelpers.mine(block - head);
    await expect(pov.draw(contribution, await headerOf(protocol, block - 1n)))
      .to.be.revertedWithCustomError(pov, "ProofOfValue_InvalidHeader")
      .withArgs(block);
    await expect(pov.draw(contribution, await headerOf(protocol, block))).to.emit(pov, "Drawn");
  });
});
