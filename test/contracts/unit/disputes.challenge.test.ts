import { Direction, Ground } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import {
  challenge,
  challengeReserved,
  judgedAgain,
  REASON,
  reserved,
  SALT,
  totalPrice,
  votesOf,
} from "../../support/disputes.ts";
import { fresh, impersonate, nextAt } from "../../support/fixture.ts";
import { hashOf } from "../../support/leaves.ts";
import { draw, finalized, moveTo, register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const GWEI = 10n ** 9n;
const { Up, Down } = Direction;
const ARMED = 1n;
const CONTESTED = 2n;

describe("Disputes: challenge", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
  });

  const rule = (name: keyof Protocol["parameters"]["rules"]) =>
    BigInt(protocol.parameters.rules[name].value) * GWEI;

  it("takes fee and bond, arms a second panel, and says so", async () => {
    const { pov, disputes, ledger, person, ethers } = protocol;
    await scored(protocol, contribution, work, 5);
    const before = await ledger.size();
    const transaction = await challenge(protocol, contribution, { ground: Ground.Plagiarism });
    const [fee, bond] = [rule("ChallengeFee"), rule("ChallengeBond")];
    await expect(transaction)
      .to.emit(disputes, "Challenged")
      .withArgs(contribution, 1, person(5).address, Down, Ground.Plagiarism, REASON, false, fee, bond);
    const armedAt = transaction.blockNumber ?? 0;
    const drawBlock = armedAt + protocol.parameters.rules.ArmingDelay.value;
    await expect(transaction)
      .to.emit(pov, "Rearmed")
      .withArgs(contribution, 2, CONTESTED, armedAt, drawBlock);
    expect(await ethers.provider.getBalance(disputes)).to.equal(fee + bond);

    expect(await ledger.size()).to.equal(before + 2n);
    const [made, armed] = await ledger.queryFilter(ledger.filters.Appended(), armedAt, armedAt);
    expect([made?.args.kind, made?.args.emitter, made?.args.actor]).to.deep.equal([
      5n,
      await disputes.getAddress(),
      person(5).address,
    ]);
    expect(made?.args.dataHash).to.equal(
      hashOf(["uint16", 1], ["uint8", Down], ["uint8", Ground.Plagiarism], ["bytes32", REASON]),
    );
    expect([armed?.args.kind, armed?.args.actor]).to.deep.equal([2n, await disputes.getAddress()]);
    expect(armed?.args.dataHash).to.equal(hashOf(["uint16", 2], ["uint8", CONTESTED], ["uint40", armedAt]));

    const state = await pov.workOf(contribution);
    expect([state.phase, state.round, state.challenged, state.scoredRound, state.level]).to.deep.equal([
      ARMED,
      2n,
      true,
      1n,
      5n,
    ]);
    expect(await pov.openRounds()).to.equal(1n);
    const dispute = await disputes.disputeOf(contribution);
    expect([dispute.challenger, dispute.firstRound, dispute.firstLevel, dispute.outcome]).to.deep.equal([
      person(5).address,
      1n,
      5n,
      0n,
    ]);
  });

  it("AZ-07: credits back what was too much", async () => {
    const { disputes, person } = protocol;
    await scored(protocol, contribution, work, 5);
    await expect(challenge(protocol, contribution, { excess: 7n }))
      .to.emit(disputes, "EtherCredited")
      .withArgs(person(5).address, 7n);
  });

  for (const level of [0, 1, 8]) {
    it(`costs a part per point upward: from level ${level} for ${2 ** (level + 1)} points`, async () => {
      await scored(protocol, contribution, work, level);
      const bond = rule("ChallengeBond") + rule("ChallengeBondPerPoint") * 2n ** BigInt(level + 1);
      expect(await protocol.disputes.priceOf(contribution, Up)).to.deep.equal([rule("ChallengeFee"), bond]);
      await challenge(protocol, contribution, { direction: Up });
      expect((await protocol.disputes.disputeOf(contribution)).bond).to.equal(bond);
    });
  }

  it("refuses one wei less than the price", async () => {
    const { disputes } = protocol;
    await scored(protocol, contribution, work, 5);
    const price = await totalPrice(protocol, contribution, Up);
    await expect(challenge(protocol, contribution, { direction: Up, excess: -1n }))
      .to.be.revertedWithCustomError(disputes, "Disputes_PaymentTooSmall")
      .withArgs(price - 1n, price);
  });

  for (const [direction, level] of [
    [Down, 0],
    [Down, 1],
    [Up, 9],
    [Up, 10],
  ] as const) {
    it(`refuses before it pays what could not win: ${direction === Up ? "up" : "down"} from level ${level}`, async () => {
      const { disputes } = protocol;
      await scored(protocol, contribution, work, level);
      await reserved(protocol, contribution, { direction });
      await expect(challengeReserved(protocol, contribution, { direction }, 10n ** 18n))
        .to.be.revertedWithCustomError(disputes, "Disputes_CannotWin")
        .withArgs(direction, level);
      await expect(disputes.priceOf(contribution, direction))
        .to.be.revertedWithCustomError(disputes, "Disputes_CannotWin")
        .withArgs(direction, level);
    });
  }

  it("takes the least levels from which two are left", async () => {
    await scored(protocol, contribution, work, 2);
    await challenge(protocol, contribution);
    expect((await protocol.disputes.disputeOf(contribution)).firstLevel).to.equal(2n);
  });

  for (const ground of [Ground.Attribution, Ground.Plagiarism, Ground.Constitution]) {
    it(`refuses ground ${ground} upward`, async () => {
      const { disputes } = protocol;
      await scored(protocol, contribution, work, 5);
      await expect(challenge(protocol, contribution, { direction: Up, ground }))
        .to.be.revertedWithCustomError(disputes, "Disputes_InvalidGround")
        .withArgs(Up, ground);
    });
  }

  it("takes a conflict of interest upward", async () => {
    const { disputes } = protocol;
    await scored(protocol, contribution, work, 5);
    await expect(challenge(protocol, contribution, { direction: Up, ground: Ground.Conflict })).to.emit(
      disputes,
      "Challenged",
    );
  });

  it("wants reasons", async () => {
    const { disputes } = protocol;
    await scored(protocol, contribution, work, 5);
    const call = disputes.challenge(contribution, Down, Ground.Value, ZeroHash, SALT, { value: 10n ** 18n });
    await expect(call).to.be.revertedWithCustomError(disputes, "Disputes_MissingReason");
  });

  it("is taken in the last second of the window, and refused at its end", async () => {
    const { pov, disputes, connection } = protocol;
    await scored(protocol, contribution, work, 5);
    await reserved(protocol, contribution);
    const end = await pov.challengeEndOf(contribution);
    const snapshot = await connection.networkHelpers.takeSnapshot();
    await nextAt(protocol, end - 1n);
    await expect(challenge(protocol, contribution)).to.emit(disputes, "Challenged");
    await snapshot.restore();
    await nextAt(protocol, end);
    await expect(challenge(protocol, contribution))
      .to.be.revertedWithCustomError(disputes, "Disputes_WindowClosed")
      .withArgs(end, end);
  });

  it("wants a score: none before it, none once it is final", async () => {
    const { disputes } = protocol;
    const refused = async () => {
      const call = disputes.challenge(contribution, Down, Ground.Value, REASON, SALT, { value: 10n ** 18n });
      await expect(call).to.be.revertedWithCustomError(disputes, "Disputes_NotScored").withArgs(contribution);
      await expect(disputes.priceOf(contribution, Down))
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

  it("AZ-08: comes once", async () => {
    const { disputes } = protocol;
    await scored(protocol, contribution, work, 5);
    await challenge(protocol, contribution);
    const call = disputes.challenge(contribution, Down, Ground.Value, REASON, SALT, { value: 10n ** 18n });
    await expect(call)
      .to.be.revertedWithCustomError(disputes, "Disputes_AlreadyChallenged")
      .withArgs(contribution);
  });

  it("lets nobody but Disputes contest, and only a score, once", async () => {
    const { pov, disputes, person } = protocol;
    await expect(pov.connect(person(5)).contest(contribution))
      .to.be.revertedWithCustomError(pov, "ProofOfValue_NotDisputes")
      .withArgs(person(5).address);
    const itself = await impersonate(protocol, await disputes.getAddress());
    await expect(pov.connect(itself).contest(contribution))
      .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
      .withArgs(contribution, ARMED, 3n);
    await scored(protocol, contribution, work, 5);
    await challenge(protocol, contribution);
    await judgedAgain(protocol, contribution, work, votesOf(5));
    await expect(pov.connect(itself).contest(contribution))
      .to.be.revertedWithCustomError(pov, "ProofOfValue_AlreadyChallenged")
      .withArgs(contribution);
  });

  it("lets nobody but ProofOfValue resolve", async () => {
    const { disputes, person } = protocol;
    await expect(disputes.connect(person(5)).resolve(contribution, 2, true, 5, 15))
      .to.be.revertedWithCustomError(disputes, "Disputes_NotProofOfValue")
      .withArgs(person(5).address);
  });

  it("has no window any more once it is final", async () => {
    const { pov } = protocol;
    await scored(protocol, contribution, work, 5);
    await moveTo(protocol, await pov.challengeEndOf(contribution));
    await pov.finalize(contribution);
    expect((await pov.workOf(contribution)).challenged).to.equal(false);
  });
});
