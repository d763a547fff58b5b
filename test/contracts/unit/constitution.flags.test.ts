import { Rule, Verdict } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { appointed, byTimelock, criticise, flag } from "../../support/critics.ts";
import { fresh, impersonate, nextAt, now } from "../../support/fixture.ts";
import {
  asPerson,
  assembled,
  closeVote,
  hashed,
  LARGE,
  openVote,
  type Proposal,
  propose,
} from "../../support/governance.ts";
import { moveTo, register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const ALLOWANCE = 4n;

describe("Constitution: flags", () => {
  let protocol: Protocol;
  let critic: Awaited<ReturnType<typeof appointed>>;
  beforeEach(async () => {
    protocol = await fresh();
    critic = await appointed(protocol);
  });

  const left = (account = critic) => protocol.constitution.flagsLeft(account);
  const strikes = () => protocol.constitution.strikesOf(critic);
  const epochNow = async () => protocol.pov.epochAt(await now(protocol));
  const startOf = async (epoch: bigint) =>
    (await protocol.pov.GENESIS_TIME()) + epoch * (await protocol.pov.EPOCH_LENGTH());

  /** So many works with a score that can be flagged, all in one window. */
  async function scores(count: number): Promise<string[]> {
    const work = attribution(evenly([accountNode(protocol.person(1))]));
    const works: string[] = [];
    for (let number = 0; number < count; number++)
      works.push(await register(protocol, work, { evidence: id(`work ${number}`) }));
    for (const contribution of works) await scored(protocol, contribution, work, 5);
    return works;
  }

  /** What Disputes says of a flag of this critic. */
  async function resolved(upheld: boolean, account = critic.address) {
    const disputes = await impersonate(protocol, await protocol.disputes.getAddress());
    return protocol.constitution.connect(disputes).flagResolved(id("a work"), account, upheld);
  }

  describe("the allowance", () => {
    it("is the rule's, of critics in office alone", async () => {
      expect(BigInt(protocol.parameters.rules.CriticFlags.value)).to.equal(ALLOWANCE);
      expect(await left()).to.equal(ALLOWANCE);
      expect(await left(protocol.person(21))).to.equal(0n);
      await (await byTimelock(protocol)).setCritic(critic, false);
      expect(await left()).to.equal(0n);
    });

    it("is used up by flags, and by nothing else a critic says", async () => {
      const [work = ""] = await scores(1);
      await criticise(protocol, critic, work, Verdict.Concern);
      await criticise(protocol, critic, work, Verdict.Pass);
      expect(await left()).to.equal(ALLOWANCE);
      await flag(protocol, critic, work);
      expect(await left()).to.equal(ALLOWANCE - 1n);
      expect(await left(await appointed(protocol, protocol.person(21)))).to.equal(ALLOWANCE);
    });

    it("is not used up by a flag that was refused", async () => {
      const [work = ""] = await scores(1);
      await flag(protocol, critic, work);
      await expect(flag(protocol, critic, work)).to.be.revertedWithCustomError(
        protocol.disputes,
        "Disputes_AlreadyChallenged",
      );
      expect(await left()).to.equal(ALLOWANCE - 1n);
      expect(await protocol.constitution.critiquesOf(work)).to.equal(1n);
    });

    it("refuses one flag too many", async () => {
      const { constitution } = protocol;
      const govern = await byTimelock(protocol);
      await govern.amend(Rule.CriticFlags, 1, id("fewer"));
      const [first = ""] = await scores(1);
      await flag(protocol, critic, first);
      await expect(flag(protocol, critic, first))
        .to.be.revertedWithCustomError(constitution, "Constitution_NoFlagsLeft")
        .withArgs(critic.address, 1, 0);
      await govern.amend(Rule.CriticFlags, 0, id("none"));
      expect(await left()).to.equal(0n);
      await expect(flag(protocol, critic, first))
        .to.be.revertedWithCustomError(constitution, "Constitution_NoFlagsLeft")
        .withArgs(critic.address, 0, 0);
    });

    it("is whole again in the first second of the next epoch, and not one before", async () => {
      const { constitution, connection } = protocol;
      await (await byTimelock(protocol)).amend(Rule.CriticFlags, 1, id("fewer"));
      const work = attribution(evenly([accountNode(protocol.person(1))]));
      const [first, second] = [
        await register(protocol, work, { evidence: id("first") }),
        await register(protocol, work, { evidence: id("second") }),
      ];
      await scored(protocol, first, work, 5);
      await flag(protocol, critic, first);
      // The second work's window must span the end of an epoch.
      const next = (await epochNow()) + 1n;
      const { CommitWindow, RevealWindow } = protocol.parameters.rules;
      await moveTo(
        protocol,
        (await startOf(next)) - BigInt(CommitWindow.value + RevealWindow.value) - 7_200n,
      );
      expect(await epochNow()).to.equal(next - 1n);
      await scored(protocol, second, work, 5);
      expect(await epochNow()).to.equal(next - 1n);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, (await startOf(next)) - 1n);
      await expect(flag(protocol, critic, second)).to.be.revertedWithCustomError(
        constitution,
        "Constitution_NoFlagsLeft",
      );
      await snapshot.restore();
      await nextAt(protocol, await startOf(next));
      await expect(flag(protocol, critic, second)).to.emit(protocol.disputes, "Challenged");
      expect(await left()).to.equal(0n);
    });
  });

  describe("strikes", () => {
    it("halve the allowance, one for each flag that was not upheld", async () => {
      const { constitution } = protocol;
      const seen: [bigint, bigint][] = [];
      for (const count of [1, 2, 3, 4]) {
        await expect(resolved(false))
          .to.emit(constitution, "FlagResolved")
          .withArgs(id("a work"), critic.address, false, count);
        seen.push([await strikes(), await left()]);
      }
      expect(seen).to.deep.equal([
        [1n, 2n],
        [2n, 1n],
        [3n, 0n],
        [4n, 0n],
      ]);
    });

    it("do not come of a flag that was upheld", async () => {
      await expect(resolved(true))
        .to.emit(protocol.constitution, "FlagResolved")
        .withArgs(id("a work"), critic.address, true, 0);
      expect(await strikes()).to.equal(0n);
      await resolved(false);
      await expect(resolved(true))
        .to.emit(protocol.constitution, "FlagResolved")
        .withArgs(id("a work"), critic.address, true, 1);
    });

    it("end one by one, each after a whole epoch, at its last second", async () => {
      const lost = await epochNow();
      await resolved(false);
      await resolved(false);
      for (const [epoch, expected] of [
        [lost + 1n, 2n],
        [lost + 2n, 1n],
        [lost + 3n, 0n],
        [lost + 9n, 0n],
      ] as const) {
        const start = await startOf(epoch);
        if (expected === 1n || epoch === lost + 3n) {
          await protocol.connection.networkHelpers.time.increaseTo(start - 1n);
          expect(await strikes()).to.equal(expected + 1n);
        }
        await protocol.connection.networkHelpers.time.increaseTo(start);
        expect(await strikes(), `in epoch ${epoch}`).to.equal(expected);
        expect(await left()).to.equal(ALLOWANCE >> expected);
      }
    });

    it("count again from the last loss", async () => {
      const first = await epochNow();
      await resolved(false);
      await resolved(false);
      await moveTo(protocol, await startOf(first + 2n));
      await resolved(false);
      expect(await strikes()).to.equal(2n);
      await moveTo(protocol, await startOf(first + 3n));
      expect(await strikes()).to.equal(2n);
      await moveTo(protocol, await startOf(first + 4n));
      expect(await strikes()).to.equal(1n);
    });

    it("refuse a flag with what they leave", async () => {
      const { constitution } = protocol;
      const [work = ""] = await scores(1);
      for (let count = 0; count < 3; count++) await resolved(false);
      await expect(flag(protocol, critic, work))
        .to.be.revertedWithCustomError(constitution, "Constitution_NoFlagsLeft")
        .withArgs(critic.address, 0, 3);
    });

    it("AZ-14: are told by Disputes alone", async () => {
      const { constitution, deployer } = protocol;
      for (const caller of [critic, deployer]) {
        await expect(constitution.connect(caller).flagResolved(id("a work"), critic, false))
          .to.be.revertedWithCustomError(constitution, "Constitution_NotDisputes")
          .withArgs(caller.address);
      }
      await expect((await byTimelock(protocol)).flagResolved(id("a work"), critic, false))
        .to.be.revertedWithCustomError(constitution, "Constitution_NotDisputes")
        .withArgs(await protocol.timelock.getAddress());
    });
  });

  describe("proposals", () => {
    const subjectOf = (proposalId: bigint) => `0x${proposalId.toString(16).padStart(64, "0")}`;
    let proposal: Proposal;
    let proposalId: bigint;
    beforeEach(async () => {
      ({ protocol, proposal } = await assembled());
      critic = await appointed(protocol);
      proposalId = await propose(asPerson(protocol, LARGE), proposal);
    });
    const speak = (verdict: Verdict = Verdict.Concern) =>
      criticise(protocol, critic, subjectOf(proposalId), verdict);

    it("are criticised before their vote and during it, as advice", async () => {
      const { constitution, governor } = protocol;
      await expect(speak()).to.emit(constitution, "Critiqued");
      await openVote(protocol, proposalId);
      const before = await governor.proposalVotes(proposalId);
      await speak(Verdict.Pass);
      expect(await constitution.critiquesOf(subjectOf(proposalId))).to.equal(2n);
      expect(await governor.proposalVotes(proposalId)).to.deep.equal(before);
    });

    it("are criticised in the last second of the vote, and not after it", async () => {
      const { constitution, governor, connection } = protocol;
      const deadline = await governor.proposalDeadline(proposalId);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, deadline);
      await expect(speak()).to.emit(constitution, "Critiqued");
      await snapshot.restore();
      await nextAt(protocol, deadline + 1n);
      await expect(speak())
        .to.be.revertedWithCustomError(constitution, "Constitution_VoteEnded")
        .withArgs(proposalId);
      await closeVote(protocol, proposalId);
      await expect(speak()).to.be.revertedWithCustomError(constitution, "Constitution_VoteEnded");
    });

    it("are not criticised once they were taken back", async () => {
      const { constitution } = protocol;
      await asPerson(protocol, LARGE).cancel(...hashed(proposal));
      await expect(speak())
        .to.be.revertedWithCustomError(constitution, "Constitution_VoteEnded")
        .withArgs(proposalId);
    });

    it("are not flagged: there is no score to be stopped", async () => {
      const { constitution } = protocol;
      await expect(speak(Verdict.Flag))
        .to.be.revertedWithCustomError(constitution, "Constitution_NotFlaggable")
        .withArgs(proposalId);
      expect(await left()).to.equal(ALLOWANCE);
    });
  });
});
