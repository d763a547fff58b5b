import { Direction, Fault, Ground, Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { type Attribution, accountNode, attribution, evenly, hashShares } from "../../support/attribution.ts";
import { challenge, judgedAgain, votedOn, votesOf } from "../../support/disputes.ts";
import { fresh, nextAt } from "../../support/fixture.ts";
import {
  ballotOf,
  commitAll,
  draw,
  moveTo,
  RATIONALE,
  register,
  revealAll,
  scored,
} from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

const { Up, Down } = Direction;
const NO_UPSTREAM = hashShares([]);
const PPM = 1_000_000n;

describe("ProofOfValue: faults", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let deposited: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
    deposited = BigInt(protocol.parameters.rules.SeatBond.value) * 10n ** 9n;
  });

  const cost = (rule: "SlashNoCommit" | "SlashNoReveal" | "SlashLeak" | "SlashOutlier") =>
    (deposited * BigInt(protocol.parameters.rules[rule].value)) / PPM;
  const rewardOf = (amount: bigint) => (amount * BigInt(protocol.parameters.rules.SlashReward.value)) / PPM;

  const prove = (position: number, round = 1) =>
    protocol.pov
      .connect(protocol.person(9))
      .proveAbsence(contribution, round, position, work.contributors, NO_UPSTREAM);

  const judgeAt = async (position: number, round = 1) => {
    const judge = (await protocol.pov.roundOf(contribution, round)).panel[position];
    if (judge === undefined) throw new Error("The panel is smaller.");
    return judge;
  };

  describe("absence", () => {
    // The first judge is silent, the second hides its vote, the third votes.
    const voted = () =>
      votedOn(protocol, contribution, work, [null, 5, 5, 5, 5, 5, 5], [null, null, 5, 5, 5, 5, 5]);

    for (const [position, fault, rule] of [
      [0, Fault.NoCommit, "SlashNoCommit"],
      [1, Fault.NoReveal, "SlashNoReveal"],
    ] as const) {
      it(`AZ-07: slashes by the rule ${rule}, and rewards the prover`, async () => {
        const { validators, person } = protocol;
        await voted();
        const judge = await judgeAt(position);
        const amount = cost(rule);
        const transaction = await prove(position);
        await expect(transaction)
          .to.emit(validators, "Slashed")
          .withArgs(judge, contribution, 1, fault, amount, rewardOf(amount), person(9).address, 0);
        expect(await validators.etherOwed(person(9))).to.equal(rewardOf(amount));
        await expect(prove(position))
          .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AlreadySlashed")
          .withArgs(judge, contribution, 1);
      });
    }

    it("is not that of who has voted", async () => {
      const { pov } = protocol;
      await voted();
      await expect(prove(2))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_NotAbsent")
        .withArgs(contribution, 1, await judgeAt(2));
    });

    it("is not proven in the last second of the reveal window, and is at its end", async () => {
      const { pov, validators, connection } = protocol;
      await draw(protocol, contribution);
      const { revealEnd } = await pov.roundOf(contribution, 1);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, revealEnd - 1n);
      await expect(prove(0))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_RevealOpen")
        .withArgs(revealEnd - 1n, revealEnd);
      await snapshot.restore();
      await nextAt(protocol, revealEnd);
      await expect(prove(0)).to.emit(validators, "Slashed");
    });

    it("wants a round that was drawn, and a place on its panel", async () => {
      const { pov } = protocol;
      await expect(prove(0))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_NeverDrawn")
        .withArgs(contribution, 1);
      await voted();
      await expect(prove(7))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_NotOnPanel")
        .withArgs(contribution, ZeroAddress, 7);
      await expect(prove(0, 2))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_NeverDrawn")
        .withArgs(contribution, 2);
    });

    it("AZ-05: is excused in a party, which had to stay silent", async () => {
      const { pov, judges } = protocol;
      // Every judge is credited above 5% or not at all: some of them sit on the panel.
      const parties = judges.slice(0, 20).map((judge) => accountNode(judge));
      work = attribution(evenly(parties));
      contribution = await register(protocol, work, { evidence: id("by judges") });
      await draw(protocol, contribution);
      const { panel, revealEnd } = await pov.roundOf(contribution, 1);
      const position = panel.findIndex((judge) => parties.includes(accountNode(judge)));
      expect(position, "a party on the panel").to.be.greaterThan(-1);
      await moveTo(protocol, revealEnd);
      await expect(prove(position))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_ExcusedParty")
        .withArgs(contribution, panel[position]);
    });

    it("wants the registered contributors", async () => {
      const { pov, registry, person } = protocol;
      await voted();
      const other = evenly([accountNode(person(2))]);
      await expect(pov.proveAbsence(contribution, 1, 0, other, NO_UPSTREAM)).to.be.revertedWithCustomError(
        registry,
        "AttributionRegistry_AttributionMismatch",
      );
    });

    it("can be proven of an earlier round and of a second panel", async () => {
      const { validators } = protocol;
      await votedOn(protocol, contribution, work, Array<null>(7).fill(null));
      await protocol.pov.score(contribution);
      await scored(protocol, contribution, work, 6);
      await challenge(protocol, contribution);
      await judgedAgain(protocol, contribution, work, votesOf(6, 14));
      await expect(prove(0, 1)).to.emit(validators, "Slashed");
      await expect(prove(14, 3)).to.emit(validators, "Slashed");
    });
  });

  describe("leaks", () => {
    const committed = async () => {
      await draw(protocol, contribution);
      await commitAll(protocol, contribution, Array<number>(7).fill(5));
    };
    const leak = async (level = 5, from = protocol.person(9)) =>
      protocol.pov.connect(from).proveLeak(contribution, ballotOf(await judgeAt(0), level));

    it("AZ-06: void the vote, for good, and slash", async () => {
      const { pov, validators, ethers, person } = protocol;
      await committed();
      const judge = await judgeAt(0);
      const amount = cost("SlashLeak");
      await expect(leak())
        .to.emit(validators, "Slashed")
        .withArgs(judge, contribution, 1, Fault.Leak, amount, rewardOf(amount), person(9).address, 0);
      expect(BigInt(await pov.voteOf(contribution, 1, judge))).to.equal(12n);
      const signer = await ethers.getSigner(judge);
      await expect(pov.connect(signer).commit(contribution, 0, id("again")))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_VoteVoided")
        .withArgs(contribution, judge);
      const levels = [null, 5, 5, 5, 5, 5, 5];
      await revealAll(protocol, contribution, levels, work);
      await expect(pov.reveal(contribution, ballotOf(judge, 5), work.contributors, NO_UPSTREAM))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_NoMatchingCommitment")
        .withArgs(contribution, judge);
      await moveTo(protocol, (await pov.roundOf(contribution, 1)).revealEnd);
      await expect(prove(0))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_NotAbsent")
        .withArgs(contribution, 1, judge);
      await pov.score(contribution);
      expect((await pov.roundOf(contribution, 1)).votes).to.equal(6n << 40n);
    });

    it("are not proven by the judge itself, nor by a wrong ballot", async () => {
      const { pov, ethers } = protocol;
      await committed();
      const judge = await judgeAt(0);
      await expect(leak(5, await ethers.getSigner(judge)))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_OwnBallot")
        .withArgs(judge);
      await expect(leak(4))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_NoMatchingCommitment")
        .withArgs(contribution, judge);
    });

    it("are proven in the last second of the commit window, and not at its end", async () => {
      const { pov, validators, connection } = protocol;
      await committed();
      const { commitEnd } = await pov.roundOf(contribution, 1);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, commitEnd - 1n);
      await expect(leak()).to.emit(validators, "Slashed");
      await snapshot.restore();
      await nextAt(protocol, commitEnd);
      await expect(leak())
        .to.be.revertedWithCustomError(pov, "ProofOfValue_CommitClosed")
        .withArgs(commitEnd, commitEnd);
    });

    it("want a panel that votes", async () => {
      const { pov, judges } = protocol;
      const ballot = { ...ballotOf(judges[0]?.address ?? "", 5), rationaleHash: RATIONALE };
      await expect(pov.proveLeak(contribution, ballot))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, 1n, 2n);
    });
  });

  describe("outliers", () => {
    /** A first panel, its challenge, and the second panel's level. */
    async function overturned(first: (number | null)[], direction: Direction, second: number): Promise<void> {
      await votedOn(protocol, contribution, work, first);
      await protocol.pov.score(contribution);
      await challenge(protocol, contribution, { direction, ground: Ground.Value });
      await judgedAgain(protocol, contribution, work, votesOf(second));
    }

    const outlier = async (position: number) =>
      protocol.pov.connect(protocol.person(9)).proveOutlier(contribution, await judgeAt(position));

    for (const [direction, first, second, guilty] of [
      [Down, [1, 4, 5, 6, 6, 6, 8], 4, [3, 4, 5, 6]],
      [Up, [1, 2, 2, 2, 3, 4, 9], 5, [0, 1, 2, 3, 4]],
    ] as const) {
      it(`are those on the overturned side alone: ${first.join(", ")} against ${second}`, async () => {
        const { disputes, validators } = protocol;
        await overturned([...first], direction, second);
        for (const position of first.keys()) {
          if ((guilty as readonly number[]).includes(position)) {
            await expect(outlier(position)).to.emit(validators, "Slashed");
          } else {
            await expect(outlier(position))
              .to.be.revertedWithCustomError(disputes, "Disputes_NotOutlier")
              .withArgs(contribution, await judgeAt(position));
          }
        }
      });
    }

    it("AZ-07: give the challenger half, and its fee back out of the rest, once", async () => {
      const { disputes, validators, person, fund } = protocol;
      // Where the prover gets half, as on the local chain, nothing is left for the fee.
      await amended(protocol, Rule.SlashReward, 100_000);
      contribution = await register(protocol, work, { evidence: id("under the new rules") });
      const rewardOf = (amount: bigint) => amount / 10n;
      await overturned([10, 10, 10, 10, 10, 10, 10], Down, 3);
      const { fee } = await disputes.disputeOf(contribution);
      const amount = cost("SlashOutlier");
      let [refund, slashes] = [fee, 0n];
      for (let position = 0; position < 7; position++) {
        const transaction = await outlier(position);
        slashes += 1n;
        const rest = amount - rewardOf(amount) - amount / 2n;
        const refunded = rest < refund ? rest : refund;
        refund -= refunded;
        if (refunded > 0n) {
          await expect(transaction)
            .to.emit(disputes, "FeeRefunded")
            .withArgs(contribution, person(5).address, refunded);
        } else {
          await expect(transaction).not.to.emit(disputes, "FeeRefunded");
        }
        expect((await disputes.disputeOf(contribution)).refund).to.equal(refund);
      }
      expect(refund).to.equal(0n);
      const challenger = (amount / 2n) * slashes + (fee - refund);
      expect(await validators.etherOwed(person(5))).to.equal(challenger);
      expect(await validators.etherOwed(person(9))).to.equal(rewardOf(amount) * slashes);
      const all = amount * slashes;
      expect(await validators.etherOwed(fund)).to.equal(all - challenger - rewardOf(amount) * slashes);
    });

    it("are not there unless a challenge was upheld", async () => {
      const { disputes } = protocol;
      await scored(protocol, contribution, work, 6);
      await expect(outlier(0))
        .to.be.revertedWithCustomError(disputes, "Disputes_NotOverturned")
        .withArgs(contribution);
      await challenge(protocol, contribution);
      await expect(outlier(0)).to.be.revertedWithCustomError(disputes, "Disputes_NotOverturned");
      await judgedAgain(protocol, contribution, work, votesOf(5));
      await expect(outlier(0)).to.be.revertedWithCustomError(disputes, "Disputes_NotOverturned");
    });

    it("are not who was silent, nor somebody else", async () => {
      const { pov, disputes, person } = protocol;
      await votedOn(protocol, contribution, work, [null, 9, 9, 9, 9, 9, 9]);
      await pov.score(contribution);
      await challenge(protocol, contribution);
      await judgedAgain(protocol, contribution, work, votesOf(3));
      await expect(outlier(0)).to.be.revertedWithCustomError(disputes, "Disputes_NotOutlier");
      await expect(pov.proveOutlier(contribution, person(9)))
        .to.be.revertedWithCustomError(disputes, "Disputes_NotOutlier")
        .withArgs(contribution, person(9).address);
    });

    it("are not who was silent, where the score was too low", async () => {
      const { disputes } = protocol;
      await overturned([null, 1, 1, 1, 1, 1, 1], Up, 5);
      await expect(outlier(0))
        .to.be.revertedWithCustomError(disputes, "Disputes_NotOutlier")
        .withArgs(contribution, await judgeAt(0));
    });

    it("let nobody but ProofOfValue note a refund", async () => {
      const { disputes, person } = protocol;
      await expect(disputes.connect(person(9)).noteRefund(contribution, 1))
        .to.be.revertedWithCustomError(disputes, "Disputes_NotProofOfValue")
        .withArgs(person(9).address);
    });
  });
});
