import { Direction, Ground, Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { byTimelock } from "../../support/critics.ts";
import {
  challenge,
  challengeReserved,
  judgedAgain,
  LIFETIME,
  MATURITY,
  REASON,
  reservationOf,
  reserve,
  reserved,
  SALT,
  totalPrice,
  votesOf,
} from "../../support/disputes.ts";
import { fresh } from "../../support/fixture.ts";
import { hashOf } from "../../support/leaves.ts";
import { register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const GWEI = 10n ** 9n;
const { Up, Down } = Direction;

describe("Disputes: reservations", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let deposit: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
    deposit = await protocol.disputes.depositRequired();
  });

  const challenger = () => protocol.person(5).address;
  const hash = () => reservationOf(protocol, contribution);
  const mine = (blocks: number) => protocol.connection.networkHelpers.mine(blocks, { interval: 0 });
  const owed = (account: string) => protocol.disputes.etherOwed(account);
  const held = async () => {
    const { disputes, ethers } = protocol;
    return ethers.provider.getBalance(disputes);
  };
  const release = (from = protocol.person(5), salt = SALT, direction: Direction = Down) =>
    protocol.disputes.connect(from).release(contribution, direction, Ground.Value, REASON, salt);

  describe("reserve", () => {
    it("binds chain, contract, work, challenger, challenge and salt", async () => {
      const { disputes, ethers } = protocol;
      const { chainId } = await ethers.provider.getNetwork();
      expect(await hash()).to.equal(
        hashOf(
          ["uint256", chainId],
          ["address", await disputes.getAddress()],
          ["bytes32", contribution],
          ["address", challenger()],
          ["uint8", Down],
          ["uint8", Ground.Value],
          ["bytes32", REASON],
          ["bytes32", SALT],
        ),
      );
    });

    it("takes the price of a downward challenge by the rules now in force, and is kept with its block", async () => {
      const { disputes, parameters, ethers } = protocol;
      const { ChallengeFee, ChallengeBond } = parameters.rules;
      expect(deposit).to.equal((BigInt(ChallengeFee.value) + BigInt(ChallengeBond.value)) * GWEI);
      const transaction = await reserve(protocol, contribution);
      await expect(transaction)
        .to.emit(disputes, "Reserved")
        .withArgs(challenger(), await hash(), deposit);
      await expect(transaction).to.changeEtherBalance(ethers, disputes, deposit);
      expect(await disputes.reservedBy(challenger(), await hash())).to.deep.equal([
        deposit,
        BigInt(transaction.blockNumber ?? 0),
      ]);

      await (await byTimelock(protocol)).amend(Rule.ChallengeBond, ChallengeBond.value + 7, id("more"));
      await (await byTimelock(protocol)).amend(Rule.ChallengeFee, ChallengeFee.value + 4, id("more"));
      expect(await disputes.depositRequired()).to.equal(deposit + 11n * GWEI);
    });

    it("says nothing of the work: any hash is taken, and no work need exist", async () => {
      const { disputes, person } = protocol;
      const sealed = disputes.connect(person(5)).reserve(id("anything"), { value: deposit });
      await expect(sealed).to.emit(disputes, "Reserved").withArgs(challenger(), id("anything"), deposit);
      await expect(sealed).to.not.emit(disputes, "EtherCredited");
    });

    it("AZ-07: credits back what was too much, and refuses a wei less", async () => {
      const { disputes } = protocol;
      await expect(reserve(protocol, contribution, { excess: -1n }))
        .to.be.revertedWithCustomError(disputes, "Reservations_DepositTooSmall")
        .withArgs(deposit - 1n, deposit);
      await expect(reserve(protocol, contribution, { excess: 7n }))
        .to.emit(disputes, "EtherCredited")
        .withArgs(challenger(), 7n);
      expect(await held()).to.equal(deposit + 7n);
    });

    it("refuses no hash at all", async () => {
      const { disputes } = protocol;
      await expect(disputes.reserve(ZeroHash, { value: deposit })).to.be.revertedWithCustomError(
        disputes,
        "Reservations_EmptyHash",
      );
    });

    it("comes once for each hash, expired or not: nobody makes a reservation younger, not even its own", async () => {
      const { disputes } = protocol;
      await reserve(protocol, contribution);
      const again = async () =>
        expect(reserve(protocol, contribution))
          .to.be.revertedWithCustomError(disputes, "Reservations_AlreadyReserved")
          .withArgs(challenger(), await hash());
      await again();
      await mine(LIFETIME + 1);
      await again();
    });

    it("is for the caller alone", async () => {
      const { disputes, person } = protocol;
      const transaction = await reserve(protocol, contribution);
      await disputes.connect(person(6)).reserve(await hash(), { value: deposit });
      const own = await disputes.reservedBy(challenger(), await hash());
      expect(own.blockNumber).to.equal(transaction.blockNumber);
    });
  });

  describe("challenge", () => {
    beforeEach(() => scored(protocol, contribution, work, 5));

    it("AZ-07: takes the deposit for its price, and uses the reservation up", async () => {
      const { disputes, ethers } = protocol;
      await reserved(protocol, contribution);
      const transaction = await challengeReserved(protocol, contribution);
      await expect(transaction).to.changeEtherBalance(ethers, disputes, 0n);
      await expect(transaction)
        .to.emit(disputes, "Redeemed")
        .withArgs(challenger(), await hash(), contribution, deposit);
      await expect(transaction).to.not.emit(disputes, "EtherCredited");
      expect(await disputes.reservedBy(challenger(), await hash())).to.deep.equal([0n, 0n]);
      expect(await held()).to.equal(deposit);
      await expect(release())
        .to.be.revertedWithCustomError(disputes, "Reservations_NotReserved")
        .withArgs(challenger(), await hash());
      await mine(LIFETIME);
      await expect(disputes.forfeit(challenger(), await hash())).to.be.revertedWithCustomError(
        disputes,
        "Reservations_NotReserved",
      );
    });

    it("is refused without a reservation of the caller, of this very challenge", async () => {
      const { disputes, person } = protocol;
      await reserved(protocol, contribution);
      const copy = { from: person(6) };
      await expect(challengeReserved(protocol, contribution, copy, deposit))
        .to.be.revertedWithCustomError(disputes, "Reservations_NotReserved")
        .withArgs(person(6).address, await reservationOf(protocol, contribution, copy));
      for (const other of [{ direction: Up }, { ground: Ground.Conflict }])
        await expect(challengeReserved(protocol, contribution, other, deposit)).to.be.revertedWithCustomError(
          disputes,
          "Reservations_NotReserved",
        );
      const salted = disputes
        .connect(person(5))
        .challenge(contribution, Down, Ground.Value, REASON, id("other"));
      await expect(salted).to.be.revertedWithCustomError(disputes, "Reservations_NotReserved");
    });

    it("cannot be copied by who sees it on its way: the copy's reservation is too young", async () => {
      const { disputes, person } = protocol;
      await reserved(protocol, contribution);
      const copy = { from: person(6) };
      await reserve(protocol, contribution, copy);
      await expect(challengeReserved(protocol, contribution, copy)).to.be.revertedWithCustomError(
        disputes,
        "Reservations_TooYoung",
      );
      await expect(challengeReserved(protocol, contribution)).to.emit(disputes, "Challenged");
      await expect(release(person(6))).to.emit(disputes, "Released");
    });

    it("can be made from five blocks after the reservation on, and not one earlier", async () => {
      const { disputes, connection } = protocol;
      const { blockNumber } = await reserve(protocol, contribution);
      await mine(MATURITY - 2);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      const first = BigInt((blockNumber ?? 0) + MATURITY);
      expect(MATURITY).to.equal(5);
      await expect(challengeReserved(protocol, contribution))
        .to.be.revertedWithCustomError(disputes, "Reservations_TooYoung")
        .withArgs(first - 1n, first);
      await snapshot.restore();
      await mine(1);
      await expect(challengeReserved(protocol, contribution)).to.emit(disputes, "Challenged");
    });

    it("can be made up to 1,800 blocks after it, and not one later", async () => {
      const { disputes, connection } = protocol;
      const { blockNumber } = await reserve(protocol, contribution);
      const last = BigInt((blockNumber ?? 0) + LIFETIME);
      expect(LIFETIME).to.equal(1_800);
      await mine(LIFETIME - 1);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await expect(challengeReserved(protocol, contribution)).to.emit(disputes, "Challenged");
      await snapshot.restore();
      await mine(1);
      await expect(challengeReserved(protocol, contribution))
        .to.be.revertedWithCustomError(disputes, "Reservations_Expired")
        .withArgs(last + 1n, last);
    });

    it("AZ-07: takes what an upward one costs more with it, to the wei", async () => {
      const { disputes, ethers } = protocol;
      const rest = (await totalPrice(protocol, contribution, Up)) - deposit;
      await reserved(protocol, contribution, { direction: Up });
      await expect(challengeReserved(protocol, contribution, { direction: Up }, rest - 1n))
        .to.be.revertedWithCustomError(disputes, "Disputes_PaymentTooSmall")
        .withArgs(deposit + rest - 1n, deposit + rest);
      const transaction = await challengeReserved(protocol, contribution, { direction: Up }, rest);
      await expect(transaction).to.changeEtherBalance(ethers, disputes, rest);
      await expect(transaction).to.not.emit(disputes, "EtherCredited");
    });

    it("AZ-07: takes the deposit of its day, and the price of the work's own rules", async () => {
      const { disputes, parameters } = protocol;
      const { value } = parameters.rules.ChallengeBond;
      await (await byTimelock(protocol)).amend(Rule.ChallengeBond, value + 9, id("more"));
      await reserved(protocol, contribution);
      await expect(challengeReserved(protocol, contribution))
        .to.emit(disputes, "EtherCredited")
        .withArgs(challenger(), 9n * GWEI);
      expect(await held()).to.equal(deposit + 9n * GWEI);

      await (await byTimelock(protocol)).amend(Rule.ChallengeBond, value - 2, id("less"));
      contribution = await register(protocol, work, { evidence: id("under the new rules") });
      await (await byTimelock(protocol)).amend(Rule.ChallengeBond, value - 5, id("less still"));
      await scored(protocol, contribution, work, 5);
      await reserved(protocol, contribution);
      await expect(challengeReserved(protocol, contribution))
        .to.be.revertedWithCustomError(disputes, "Disputes_PaymentTooSmall")
        .withArgs(deposit - 5n * GWEI, deposit - 2n * GWEI);
      await expect(challengeReserved(protocol, contribution, {}, 3n * GWEI)).to.emit(disputes, "Challenged");
    });

    it("is not blocked by others' reservations", async () => {
      const { disputes, person } = protocol;
      await disputes.connect(person(6)).reserve(id("in the way"), { value: deposit });
      await reserve(protocol, contribution, { from: person(6) });
      await reserved(protocol, contribution);
      await expect(challengeReserved(protocol, contribution)).to.emit(disputes, "Challenged");
    });
  });

  describe("release", () => {
    beforeEach(() => scored(protocol, contribution, work, 5));

    it("AZ-07: gives the deposit back where somebody else was first, once", async () => {
      const { disputes, person } = protocol;
      await reserve(protocol, contribution);
      await challenge(protocol, contribution, { from: person(6) });
      await expect(release())
        .to.emit(disputes, "Released")
        .withArgs(challenger(), await hash(), contribution, deposit)
        .and.to.emit(disputes, "EtherCredited")
        .withArgs(challenger(), deposit);
      expect(await owed(challenger())).to.equal(deposit);
      expect(await held()).to.equal(2n * deposit);
      await expect(release()).to.be.revertedWithCustomError(disputes, "Reservations_NotReserved");
    });

    it("is there as long as the deposit is: after it has expired, and after the challenge is over", async () => {
      const { disputes, person } = protocol;
      await reserve(protocol, contribution);
      await challenge(protocol, contribution, { from: person(6) });
      await judgedAgain(protocol, contribution, work, votesOf(5));
      await mine(LIFETIME + 1);
      await expect(release()).to.emit(disputes, "Released");
    });

    it("is refused while nobody has challenged that work", async () => {
      const { disputes, person } = protocol;
      await reserved(protocol, contribution);
      const other = await register(protocol, work, { evidence: id("other") });
      await scored(protocol, other, work, 5);
      await challenge(protocol, other, { from: person(6) });
      await expect(release())
        .to.be.revertedWithCustomError(disputes, "Disputes_NotChallenged")
        .withArgs(contribution);
    });

    it("is for the one who reserved, of what it reserved", async () => {
      const { disputes, person } = protocol;
      await reserve(protocol, contribution);
      await challenge(protocol, contribution, { from: person(6) });
      const notThat = (call: Promise<unknown>) =>
        expect(call).to.be.revertedWithCustomError(disputes, "Reservations_NotReserved");
      await notThat(release(person(7)));
      await notThat(release(person(5), id("other")));
      await notThat(release(person(5), SALT, Up));
      expect(await owed(challenger())).to.equal(0n);
    });
  });

  describe("forfeit", () => {
    it("AZ-07: gives the deposit to the commons, from the block on in which it is of no use any more, once", async () => {
      const { disputes, fund, person } = protocol;
      const { blockNumber } = await reserve(protocol, contribution);
      const last = BigInt((blockNumber ?? 0) + LIFETIME);
      await mine(LIFETIME - 1);
      const forfeit = async () => disputes.connect(person(7)).forfeit(challenger(), await hash());
      await expect(forfeit())
        .to.be.revertedWithCustomError(disputes, "Reservations_NotExpired")
        .withArgs(last, last);
      await mine(1);
      const transaction = await forfeit();
      const citadel = await fund.getAddress();
      await expect(transaction)
        .to.emit(disputes, "Forfeited")
        .withArgs(challenger(), await hash(), deposit)
        .and.to.emit(disputes, "EtherCredited")
        .withArgs(citadel, deposit);
      expect(await owed(citadel)).to.equal(deposit);
      await expect(forfeit())
        .to.be.revertedWithCustomError(disputes, "Reservations_NotReserved")
        .withArgs(challenger(), await hash());
      await expect(reserve(protocol, contribution)).to.emit(disputes, "Reserved");
    });

    it("is refused for what nobody reserved", async () => {
      const { disputes } = protocol;
      await expect(disputes.forfeit(challenger(), id("nothing")))
        .to.be.revertedWithCustomError(disputes, "Reservations_NotReserved")
        .withArgs(challenger(), id("nothing"));
    });
  });
});
