import { Direction, Ground, Outcome, Verdict } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { type Attribution, accountNode, attribution, evenly, hashShares } from "../../support/attribution.ts";
import { appointed, byTimelock, criticise, DOCUMENT, flag } from "../../support/critics.ts";
import {
  challenge,
  challengeReserved,
  judgedAgain,
  REASON,
  reserved,
  SALT,
  votesOf,
} from "../../support/disputes.ts";
import { fresh, impersonate, nextAt, now } from "../../support/fixture.ts";
import { hashOf } from "../../support/leaves.ts";
import { draw, finalized, moveTo, panelOf, register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const { Up, Down } = Direction;
const { Upheld, Dismissed, Inconclusive } = Outcome;
const [ARMED, SCORED] = [1n, 3n];
const GWEI = 10n ** 9n;

describe("Disputes: flags", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let critic: Awaited<ReturnType<typeof appointed>>;
  let fee: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
    critic = await appointed(protocol);
    fee = BigInt(protocol.parameters.rules.ChallengeFee.value) * GWEI;
  });

  const fundEther = (value: bigint) => protocol.person(9).sendTransaction({ to: protocol.fund, value });
  const raise = () => flag(protocol, critic, contribution);
  const levelOf = async () => (await protocol.pov.workOf(contribution)).level;

  describe("raised", () => {
    it("is the one challenge, downward, without a bond, and the fund pays the fee", async () => {
      const { pov, disputes, constitution, fund, ledger, ethers } = protocol;
      await fundEther(fee * 100n);
      await scored(protocol, contribution, work, 5);
      const before = await ledger.size();
      const transaction = await raise();
      await expect(transaction).to.changeEtherBalances(ethers, [fund, disputes], [-fee, fee]);
      await expect(transaction)
        .to.emit(disputes, "Challenged")
        .withArgs(contribution, 1, critic.address, Down, Ground.Constitution, DOCUMENT, true, fee, 0);
      await expect(transaction)
        .to.emit(fund, "FeePaid")
        .withArgs(contribution, fee, await pov.epochAt(await now(protocol)));
      await expect(transaction).to.emit(pov, "Rearmed");

      expect(await ledger.size()).to.equal(before + 3n);
      const block = transaction.blockNumber ?? 0;
      const leaves = await ledger.queryFilter(ledger.filters.Appended(), block, block);
      const [said, made, armed] = leaves.map(({ args }) => args);
      expect([said?.kind, made?.kind, armed?.kind]).to.deep.equal([20n, 5n, 2n]);
      expect([said?.emitter, said?.actor]).to.deep.equal([await constitution.getAddress(), critic.address]);
      expect([made?.emitter, made?.actor]).to.deep.equal([await disputes.getAddress(), critic.address]);
      expect(made?.dataHash).to.equal(
        hashOf(["uint16", 1], ["uint8", Down], ["uint8", Ground.Constitution], ["bytes32", DOCUMENT]),
      );

      const state = await pov.workOf(contribution);
      expect([state.phase, state.round, state.challenged, state.level]).to.deep.equal([ARMED, 2n, true, 5n]);
      const dispute = await disputes.disputeOf(contribution);
      expect([dispute.challenger, dispute.flagged, dispute.bond, dispute.fee]).to.deep.equal([
        critic.address,
        true,
        0n,
        fee,
      ]);
      expect(await constitution.critiquesOf(contribution)).to.equal(1n);
    });

    it("stands with a smaller fee where the fund may not pay the whole", async () => {
      const { disputes } = protocol;
      await fundEther(fee);
      await scored(protocol, contribution, work, 5);
      await raise();
      // One hundredth of what the fund has.
      expect((await disputes.disputeOf(contribution)).fee).to.equal(fee / 100n);
    });

    it("stands where the fund has nothing at all, and its judges are bound all the same", async () => {
      const { disputes, validators, pov, person } = protocol;
      await scored(protocol, contribution, work, 5);
      await raise();
      expect((await disputes.disputeOf(contribution)).fee).to.equal(0n);
      await judgedAgain(protocol, contribution, work, votesOf(5, 14));
      const silent = (await panelOf(protocol, contribution)).at(14)?.address ?? "";
      await expect(disputes.shareFee(contribution, 2, silent)).to.be.revertedWithCustomError(
        disputes,
        "Disputes_NoShare",
      );
      const [judge] = await panelOf(protocol, contribution);
      await expect(disputes.shareFee(contribution, 2, judge?.address ?? ""))
        .to.emit(disputes, "FeeShared")
        .withArgs(contribution, 2, judge?.address, 0);
      const proof = pov
        .connect(person(9))
        .proveAbsence(contribution, 2, 14, work.contributors, hashShares([]));
      await expect(proof).to.emit(validators, "Slashed");
    });

    it("is raised in the last second of the window, and refused at its end", async () => {
      const { pov, disputes, connection } = protocol;
      await scored(protocol, contribution, work, 5);
      const end = await pov.challengeEndOf(contribution);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, end - 1n);
      await expect(raise()).to.emit(disputes, "Challenged");
      await snapshot.restore();
      await nextAt(protocol, end);
      await expect(raise())
        .to.be.revertedWithCustomError(disputes, "Disputes_WindowClosed")
        .withArgs(end, end);
      // What is to be said can still be said.
      await expect(criticise(protocol, critic, contribution, Verdict.Concern)).to.emit(
        protocol.constitution,
        "Critiqued",
      );
    });

    it("wants a score: none before it, none once it is final", async () => {
      const { disputes } = protocol;
      const refused = async () => {
        await expect(raise())
          .to.be.revertedWithCustomError(disputes, "Disputes_NotScored")
          .withArgs(contribution);
      };
      await refused();
      await draw(protocol, contribution);
      await refused();
      contribution = await register(protocol, work, { evidence: id("other") });
      await finalized(protocol, contribution, work, 5);
      await refused();
    });

    for (const level of [0, 1]) {
      it(`is refused where it could not win: at level ${level}`, async () => {
        const { disputes } = protocol;
        await scored(protocol, contribution, work, level);
        await expect(raise())
          .to.be.revertedWithCustomError(disputes, "Disputes_CannotWin")
          .withArgs(Down, level);
      });
    }

    it("AZ-08: comes once, and not after a challenge, nor a challenge after it", async () => {
      const { disputes } = protocol;
      await scored(protocol, contribution, work, 5);
      await raise();
      await expect(raise())
        .to.be.revertedWithCustomError(disputes, "Disputes_AlreadyChallenged")
        .withArgs(contribution);
      const call = disputes.challenge(contribution, Up, Ground.Value, REASON, SALT, { value: 10n ** 18n });
      await expect(call).to.be.revertedWithCustomError(disputes, "Disputes_AlreadyChallenged");

      contribution = await register(protocol, work, { evidence: id("other") });
      await scored(protocol, contribution, work, 5);
      await challenge(protocol, contribution);
      await expect(raise()).to.be.revertedWithCustomError(disputes, "Disputes_AlreadyChallenged");
    });

    it("needs no reservation, and is not held up by one, which gets its deposit back", async () => {
      const { disputes, person } = protocol;
      await scored(protocol, contribution, work, 5);
      await reserved(protocol, contribution);
      await expect(raise()).to.emit(disputes, "Challenged");
      await expect(challengeReserved(protocol, contribution)).to.be.revertedWithCustomError(
        disputes,
        "Disputes_AlreadyChallenged",
      );
      const release = disputes
        .connect(person(5))
        .release(contribution, Direction.Down, Ground.Value, REASON, SALT);
      await expect(release).to.emit(disputes, "Released");
    });

    it("AZ-14: is for the Constitution alone, and ether comes from the fund alone", async () => {
      const { disputes, fund, person } = protocol;
      await scored(protocol, contribution, work, 5);
      await expect(disputes.connect(critic).flag(contribution, critic, DOCUMENT))
        .to.be.revertedWithCustomError(disputes, "Disputes_NotConstitution")
        .withArgs(critic.address);
      await expect(person(5).sendTransaction({ to: disputes, value: 1n }))
        .to.be.revertedWithCustomError(disputes, "Disputes_NotFund")
        .withArgs(person(5).address);
      const itself = await impersonate(protocol, await fund.getAddress());
      await itself.sendTransaction({ to: disputes, value: 1n });
    });

    it("AZ-08: a critic can stop the line; it can never move it", async () => {
      await scored(protocol, contribution, work, 5);
      for (const verdict of [Verdict.Pass, Verdict.Concern, Verdict.Flag]) {
        await criticise(protocol, critic, contribution, verdict);
        expect(await levelOf()).to.equal(5n);
      }
      await judgedAgain(protocol, contribution, work, votesOf(5));
      expect(await levelOf()).to.equal(5n);
    });
  });

  describe("resolved", () => {
    beforeEach(async () => {
      await fundEther(fee * 100n);
    });

    const raised = async (level: number) => {
      await scored(protocol, contribution, work, level);
      await raise();
    };

    for (const [first, second, outcome, level, strikes] of [
      [5, 3, Upheld, 0, 0],
      [5, 4, Dismissed, 5, 1],
      [5, 9, Dismissed, 5, 1],
      [2, 0, Upheld, 0, 0],
      [2, 1, Dismissed, 2, 1],
    ] as const) {
      it(`AZ-08: from ${first}, a second median of ${second} leaves level ${level}, and ${strikes} strikes`, async () => {
        const { pov, constitution } = protocol;
        await raised(first);
        const transaction = await judgedAgain(protocol, contribution, work, votesOf(second));
        await expect(transaction).to.emit(pov, "Resolved").withArgs(contribution, 2, level, outcome);
        await expect(transaction)
          .to.emit(constitution, "FlagResolved")
          .withArgs(contribution, critic.address, outcome === Upheld, strikes);
        expect(await constitution.strikesOf(critic)).to.equal(BigInt(strikes));
      });
    }

    it("AZ-07: upheld, the registration bond and half of an outlier's slash go to the fund", async () => {
      const { pov, disputes, validators, registry, fund, person, parameters } = protocol;
      await raised(6);
      const outlier = (await pov.roundOf(contribution, 1)).panel[0] ?? "";
      await judgedAgain(protocol, contribution, work, votesOf(3));
      const to = await fund.getAddress();
      expect(await disputes.heirOf(contribution)).to.equal(to);
      expect((await disputes.disputeOf(contribution)).refund).to.equal(0n);

      const deposited = BigInt(parameters.rules.SeatBond.value) * GWEI;
      const amount = (deposited * BigInt(parameters.rules.SlashOutlier.value)) / 1_000_000n;
      const reward = (amount * BigInt(parameters.rules.SlashReward.value)) / 1_000_000n;
      const before = await validators.etherOwed(fund);
      await pov.connect(person(9)).proveOutlier(contribution, outlier);
      expect(await validators.etherOwed(person(9))).to.equal(reward);
      expect(await validators.etherOwed(critic)).to.equal(0n);
      expect((await validators.etherOwed(fund)) - before).to.equal(amount - reward);

      const bond = await registry.bondOf(contribution);
      await expect(pov.finalize(contribution))
        .to.emit(registry, "BondReleased")
        .withArgs(contribution, to, bond);
    });

    for (const [second, name] of [
      [3, "upheld"],
      [6, "dismissed"],
    ] as const) {
      it(`AZ-07: ${name}, the fee is shared by the counted reveals, and nothing is left`, async () => {
        const { disputes, fund, ethers } = protocol;
        await raised(6);
        await judgedAgain(protocol, contribution, work, votesOf(second, 11));
        expect(await disputes.etherOwed(fund)).to.equal(fee % 11n);
        expect(await disputes.etherOwed(critic)).to.equal(0n);
        for (const judge of (await panelOf(protocol, contribution)).slice(0, 11)) {
          await expect(disputes.shareFee(contribution, 2, judge))
            .to.emit(disputes, "FeeShared")
            .withArgs(contribution, 2, judge.address, fee / 11n);
          await disputes.withdrawEtherFor(judge);
        }
        if (fee % 11n > 0n) await disputes.withdrawEtherFor(fund);
        expect(await ethers.provider.getBalance(disputes)).to.equal(0n);
      });
    }

    it("AZ-07: without a quorum the first stands, nobody is told, and a fee that nobody earned goes back", async () => {
      const { pov, disputes, fund, constitution } = protocol;
      await raised(6);
      await judgedAgain(protocol, contribution, work, votesOf(0, 0));
      const end = await judgedAgain(protocol, contribution, work, votesOf(0, 0));
      await expect(end).to.emit(pov, "Resolved").withArgs(contribution, 3, 6, Inconclusive);
      await expect(end).to.not.emit(constitution, "FlagResolved");
      await expect(end)
        .to.emit(disputes, "Closed")
        .withArgs(contribution, Inconclusive, await fund.getAddress(), 0, 0, 0);
      expect(await disputes.etherOwed(fund)).to.equal(fee);
      expect(await constitution.strikesOf(critic)).to.equal(0n);
      const state = await pov.workOf(contribution);
      expect([state.phase, state.level]).to.deep.equal([SCORED, 6n]);
    });

    it("is resolved also if its critic has lost the office meanwhile", async () => {
      const { constitution } = protocol;
      await raised(6);
      await (await byTimelock(protocol)).setCritic(critic, false);
      await expect(judgedAgain(protocol, contribution, work, votesOf(6)))
        .to.emit(constitution, "FlagResolved")
        .withArgs(contribution, critic.address, false, 1);
      expect(await constitution.flagsLeft(critic)).to.equal(0n);
      await appointed(protocol, critic);
      // When it comes back, its strike is there, and so is the flag that it used in this epoch.
      expect(await constitution.flagsLeft(critic)).to.equal(1n);
    });

    it("has no further window, and joins the epoch of the second panel", async () => {
      const { pov } = protocol;
      await raised(6);
      await judgedAgain(protocol, contribution, work, votesOf(6));
      const end = (await pov.roundOf(contribution, 2)).revealEnd;
      expect(await pov.challengeEndOf(contribution)).to.equal(end);
      await moveTo(protocol, end);
      const finalization = await pov.finalize(contribution);
      await expect(finalization).to.not.emit(pov, "Uncritiqued");
      await expect(finalization)
        .to.emit(pov, "Finalized")
        .withArgs(contribution, 1, 2, 6, 32, await pov.epochAt(end), false);
    });
  });
});
