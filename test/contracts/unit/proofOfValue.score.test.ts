import { expect } from "chai";
import { id } from "ethers";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate, nextAt } from "../../support/fixture.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import { commitAll, draw, finalized, moveTo, register, revealAll, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const [ARMED, VOTING, SCORED, REJECTED, ACCEPTED, VOID] = [1n, 2n, 3n, 4n, 5n, 7n];
const NO_QUORUM = 1n;

describe("ProofOfValue: score and finalize", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
  });

  /** One round with these votes, up to the end of its reveal window. */
  async function voted(levels: (number | null)[], reveals = levels): Promise<void> {
    const { pov } = protocol;
    await draw(protocol, contribution);
    await commitAll(protocol, contribution, levels);
    await revealAll(protocol, contribution, reveals, work);
    const { round } = await pov.workOf(contribution);
    await moveTo(protocol, (await pov.roundOf(contribution, round)).revealEnd);
  }

  describe("score", () => {
    it("is refused in the last second of the reveal window, and taken at its end", async () => {
      const { pov, connection } = protocol;
      await draw(protocol, contribution);
      await commitAll(protocol, contribution, Array<number>(7).fill(5));
      await revealAll(protocol, contribution, Array<number>(7).fill(5), work);
      const { revealEnd } = await pov.roundOf(contribution, 1);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, revealEnd - 1n);
      await expect(pov.score(contribution))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_RevealOpen")
        .withArgs(revealEnd - 1n, revealEnd);
      await snapshot.restore();
      await nextAt(protocol, revealEnd);
      await expect(pov.score(contribution)).to.emit(pov, "Scored");
    });

    for (const [levels, median] of [
      [[1, 2, 3, 4, 5, 6, 7], 4],
      [[10, 10, 10, 0, 0, 0, 0], 0],
      [[10, 10, 10, 10, 0, 0, 0], 10],
      [[9, 2, 2, 9, 2, null, 9], 2],
      [[3, 4, 5, 6, 7, null, null], 5],
      [[8, 7, 8, 7, 7, 8, null], 7],
    ] as const) {
      it(`AZ-08: is the lower median: ${levels.map((level) => level ?? "silence").join(", ")} gives ${median}`, async () => {
        const { pov, person } = protocol;
        await voted([...levels]);
        const { votes } = await pov.roundOf(contribution, 1);
        const transaction = await pov.connect(person(9)).score(contribution);
        await expect(transaction).to.emit(pov, "Scored").withArgs(contribution, 1, median, votes);
        await expectLeaf(protocol, transaction, {
          kind: "Scored",
          emitter: pov,
          subject: contribution,
          actor: person(9),
          dataHash: hashOf(["uint16", 1], ["uint8", median], ["uint256", votes]),
        });
        const { phase, level } = await pov.workOf(contribution);
        expect([phase, level]).to.deep.equal([SCORED, BigInt(median)]);
        expect(await pov.openRounds()).to.equal(0n);
      });
    }

    it("needs five of seven: with four the round is armed again", async () => {
      const { pov, person } = protocol;
      await voted([5, 5, 5, 5, null, null, null]);
      const transaction = await pov.connect(person(9)).score(contribution);
      const armedAt = transaction.blockNumber ?? 0;
      const drawBlock = armedAt + protocol.parameters.rules.ArmingDelay.value;
      await expect(transaction)
        .to.emit(pov, "Rearmed")
        .withArgs(contribution, 2, NO_QUORUM, armedAt, drawBlock);
      await expectLeaf(protocol, transaction, {
        kind: "Rearmed",
        emitter: pov,
        subject: contribution,
        actor: person(9),
        dataHash: hashOf(["uint16", 2], ["uint8", NO_QUORUM], ["uint40", armedAt]),
      });
      const { phase, round, redrawn } = await pov.workOf(contribution);
      expect([phase, round, redrawn]).to.deep.equal([ARMED, 2n, true]);
      expect(await pov.openRounds()).to.equal(1n);
    });

    it("counts what was revealed, not what was committed", async () => {
      await voted(Array<number>(7).fill(5), [5, 5, 5, 5, null, null, null]);
      await protocol.pov.score(contribution);
      expect((await protocol.pov.workOf(contribution)).phase).to.equal(ARMED);
    });

    it("AZ-08: scores the redrawn round by its own votes alone", async () => {
      const { pov } = protocol;
      await voted([10, 10, 10, 10, null, null, null]);
      await pov.score(contribution);
      const first = await pov.roundOf(contribution, 1);
      await voted([2, 2, 2, 2, 2, null, null]);
      await expect(pov.score(contribution))
        .to.emit(pov, "Scored")
        .withArgs(contribution, 2, 2, 5n << 16n);
      expect(await pov.roundOf(contribution, 1), "the first round stays as it was").to.deep.equal(first);
    });

    it("is void after a second round without a quorum, and returns the bond", async () => {
      const { pov, registry, person } = protocol;
      const bond = await registry.bondOf(contribution);
      await voted([5, 5, 5, 5, null, null, null]);
      await pov.score(contribution);
      await voted([5, 5, 5, 5, null, null, null]);
      const transaction = await pov.connect(person(9)).score(contribution);
      await expect(transaction).to.emit(pov, "Voided").withArgs(contribution, 1, 2);
      await expectLeaf(protocol, transaction, {
        kind: "Voided",
        emitter: pov,
        subject: contribution,
        actor: person(9),
        dataHash: hashOf(["uint16", 1], ["uint16", 2]),
      });
      await expect(transaction)
        .to.emit(registry, "BondReleased")
        .withArgs(contribution, person(0).address, bond);
      expect((await pov.workOf(contribution)).phase).to.equal(VOID);
      expect(await pov.openRounds()).to.equal(0n);
      expect(await pov.isAccepted(contribution)).to.equal(false);
    });

    it("wants a drawn round, once", async () => {
      const { pov } = protocol;
      await expect(pov.score(contribution))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, ARMED, VOTING);
      await scored(protocol, contribution, work);
      await expect(pov.score(contribution))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, SCORED, VOTING);
    });
  });

  describe("finalize", () => {
    it("AZ-08: is refused in the last second of the challenge window, and taken at its end", async () => {
      const { pov, connection } = protocol;
      await scored(protocol, contribution, work);
      const end = await pov.challengeEndOf(contribution);
      const { revealEnd } = await pov.roundOf(contribution, 1);
      expect(end).to.equal(revealEnd + BigInt(protocol.parameters.rules.ChallengeWindow.value));
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, end - 1n);
      await expect(pov.finalize(contribution))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_ChallengeOpen")
        .withArgs(end - 1n, end);
      await snapshot.restore();
      await nextAt(protocol, end);
      await pov.finalize(contribution);
    });

    it("knows no end of the challenge window before there is a score", async () => {
      const { pov } = protocol;
      const refused = async (phase: bigint) =>
        expect(pov.challengeEndOf(contribution))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
          .withArgs(contribution, phase, SCORED);
      await refused(ARMED);
      await draw(protocol, contribution);
      await refused(VOTING);
    });

    for (let level = 1; level <= 10; level++) {
      it(`accepts level ${level} with ${2 ** (level - 1)} points, into the epoch in which its window ended`, async () => {
        const { pov, person } = protocol;
        await scored(protocol, contribution, work, level);
        const end = await pov.challengeEndOf(contribution);
        await moveTo(protocol, end);
        const epoch = await pov.epochAt(end);
        const points = 2 ** (level - 1);
        const transaction = await pov.connect(person(9)).finalize(contribution);
        await expect(transaction)
          .to.emit(pov, "Finalized")
          .withArgs(contribution, 1, 1, level, points, epoch, false);
        await expectLeaf(protocol, transaction, {
          kind: "Finalized",
          emitter: pov,
          subject: contribution,
          actor: person(9),
          dataHash: hashOf(
            ["uint16", 1],
            ["uint16", 1],
            ["uint8", level],
            ["uint256", points],
            ["uint32", epoch],
            ["bool", false],
          ),
        });
        expect(await pov.epochOf(epoch)).to.deep.equal([BigInt(points), false]);
        const state = await pov.workOf(contribution);
        expect([state.phase, state.level, state.epoch, state.late, state.priceCap]).to.deep.equal([
          ACCEPTED,
          BigInt(level),
          epoch,
          false,
          BigInt(protocol.parameters.rules.PointPriceCap.value),
        ]);
        expect(await pov.isAccepted(contribution)).to.equal(true);
      });
    }

    it("rejects level 0: no points, no epoch, the bond to the fund", async () => {
      const { pov, registry, fund } = protocol;
      const bond = await registry.bondOf(contribution);
      const transaction = await finalized(protocol, contribution, work, 0);
      await expect(transaction).to.emit(pov, "Finalized").withArgs(contribution, 1, 1, 0, 0, 0, false);
      await expect(transaction).to.emit(registry, "BondReleased").withArgs(contribution, fund, bond);
      expect((await pov.workOf(contribution)).phase).to.equal(REJECTED);
      expect(await pov.isAccepted(contribution)).to.equal(false);
      expect(await registry.etherOwed(fund)).to.equal(bond);
    });

    it("AZ-08: wants a scored work, once", async () => {
      const { pov } = protocol;
      const refused = async (phase: bigint) =>
        expect(pov.finalize(contribution))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
          .withArgs(contribution, phase, SCORED);
      await refused(ARMED);
      await draw(protocol, contribution);
      await refused(VOTING);
      const other = await register(protocol, work, { evidence: id("other") });
      contribution = other;
      await finalized(protocol, contribution, work, 1);
      await refused(ACCEPTED);
    });
  });

  it("AZ-08: a decided work takes no vote, score or draw any more", async () => {
    const { pov } = protocol;
    await finalized(protocol, contribution, work, 4);
    const before = await pov.workOf(contribution);
    const owner = await impersonate(protocol, protocol.person(9).address);
    const calls = [
      pov.connect(owner).draw(contribution, "0x"),
      pov.connect(owner).rearm(contribution),
      pov.connect(owner).commit(contribution, 0, id("late")),
      pov.connect(owner).score(contribution),
      pov.connect(owner).finalize(contribution),
    ];
    for (const call of calls)
      await expect(call).to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase");
    expect(await pov.workOf(contribution)).to.deep.equal(before);
  });
});
