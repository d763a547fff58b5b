import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, toBeHex, ZeroAddress, ZeroHash } from "ethers";
import { earn, firstBond, firstThreshold, judgeOf, thin, WEEK } from "../../support/bench.ts";
import { fresh, impersonate, nextAt, now, seatedUnhurried } from "../../support/fixture.ts";
import { hashOf } from "../../support/leaves.ts";
import { moveTo } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended, throughTimelock } from "../../support/timelock.ts";

const REASON = id("why this judge has to go");

describe("ValidatorRegistry: who may sit", () => {
  let protocol: Protocol;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh(seatedUnhurried);
    bond = firstBond(protocol);
  });

  const judge = (index: number) => judgeOf(protocol, index);
  const as = (index: number) => protocol.validators.connect(judge(index));
  const threshold = () => firstThreshold(protocol);
  const epochNow = async () => protocol.pov.epochAt(await now(protocol));

  describe("earning a seat", () => {
    it("takes all of the threshold, withdrawn or not", async () => {
      const { validators, person } = protocol;
      await earn(protocol, person(1).address, threshold() - 1n);
      await expect(validators.connect(person(1)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotEligible")
        .withArgs(person(1).address, threshold() - 1n, threshold());
      await earn(protocol, person(2).address, threshold());
      await expect(validators.connect(person(2)).enter({ value: bond }))
        .to.emit(validators, "Seated")
        .withArgs(person(2).address, 30, bond);
      expect(await validators.isSeated(person(2))).to.equal(true);
    });

    it("admits one an epoch, and who waits in the next", async () => {
      const { validators, person } = protocol;
      for (const index of [1, 2]) await earn(protocol, person(index).address, threshold());
      await validators.connect(person(1)).enter({ value: bond });
      await expect(validators.connect(person(2)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AdmissionsExhausted")
        .withArgs(await epochNow(), 1n);
      const next = (await protocol.pov.GENESIS_TIME()) + ((await epochNow()) + 1n) * WEEK;
      await nextAt(protocol, next - 1n);
      await expect(validators.connect(person(2)).enter({ value: bond })).to.be.revertedWithCustomError(
        validators,
        "ValidatorRegistry_AdmissionsExhausted",
      );
      await nextAt(protocol, next);
      await validators.connect(person(2)).enter({ value: bond });
      expect(await validators.seatCount()).to.equal(32n);
    });

    it("admits one for each full twenty seats at the first admission of the epoch", async () => {
      const { validators, person, connection } = protocol;
      const { networkHelpers } = connection;
      for (const index of [1, 2, 3]) await earn(protocol, person(index).address, threshold());
      // Of 40 seats one in twenty is two; the bench itself does not matter here.
      const slot = await slotOfSeatCount();
      await networkHelpers.setStorageAt(await validators.getAddress(), slot, 40);
      await validators.connect(person(1)).enter({ value: bond });
      // Fewer or more seats later in the epoch change nothing.
      await networkHelpers.setStorageAt(await validators.getAddress(), slot, 100);
      await validators.connect(person(2)).enter({ value: bond });
      await expect(validators.connect(person(3)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AdmissionsExhausted")
        .withArgs(await epochNow(), 2n);
    });

    it("admits one where there are fewer than twenty seats", async () => {
      const { validators, person } = protocol;
      for (let index = 0; index < 11; index++) await as(index).exit();
      for (const index of [1, 2]) await earn(protocol, person(index).address, threshold());
      await validators.connect(person(1)).enter({ value: bond });
      expect(await validators.seatCount()).to.equal(20n);
      await expect(validators.connect(person(2)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AdmissionsExhausted")
        .withArgs(await epochNow(), 1n);
    });

    it("is over when all numbers are taken", async () => {
      const { validators, person, connection } = protocol;
      await earn(protocol, person(1).address, threshold());
      const address = await validators.getAddress();
      await connection.networkHelpers.setStorageAt(address, await slotOfSeatCount(), 65_535);
      await expect(validators.connect(person(1)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NoSeatLeft")
        .withArgs(65_535n);
      await connection.networkHelpers.setStorageAt(address, await slotOfSeatCount(), 65_534);
      await validators.connect(person(1)).enter({ value: bond });
      expect(await validators.seatOf(person(1))).to.equal(65_534n);
    });

    /** Found by what it holds, so that the order of the fields does not matter. */
    async function slotOfSeatCount(): Promise<number> {
      const address = await protocol.validators.getAddress();
      const count = await protocol.validators.seatCount();
      for (let slot = 0; slot < 20; slot++) {
        const word = await protocol.ethers.provider.getStorage(address, slot);
        if (word === toBeHex(count, 32)) return slot;
      }
      throw new Error("The number of seats is not in storage.");
    }
  });

  describe("removal", () => {
    it("ends a seat by the timelock, with its reason", async () => {
      const { validators, timelock, ledger } = protocol;
      const data = validators.interface.encodeFunctionData("remove", [judge(4).address, REASON]);
      const transaction = await throughTimelock(protocol, validators, data);
      const unlocksAt = (await now(protocol)) + (await validators.longestDuty());
      await expect(transaction)
        .to.emit(validators, "Unseated")
        .withArgs(judge(4).address, 4, await timelock.getAddress(), REASON, unlocksAt);
      await expect(transaction).to.emit(validators, "SeatMoved").withArgs(judge(29).address, 29, 4);
      const [leaf] = await ledger.queryFilter(ledger.filters.Appended(), transaction.blockNumber ?? 0);
      expect(leaf?.args.dataHash).to.equal(hashOf(["uint16", 4], ["bytes32", REASON]));
      expect(leaf?.args.actor).to.equal(await timelock.getAddress());
      expect(await validators.isSeated(judge(4))).to.equal(false);
      await moveTo(protocol, unlocksAt);
      await expect(as(4).withdrawBond(0))
        .to.emit(validators, "BondUnlocked")
        .withArgs(judge(4).address, 0, bond);
    });

    it("AZ-14: is for the timelock alone", async () => {
      const { validators, person, deployer, proposer } = protocol;
      for (const caller of [person(0), deployer, proposer, judge(4), judge(5)]) {
        await expect(validators.connect(caller).remove(judge(4), REASON))
          .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotTimelock")
          .withArgs(caller.address);
      }
    });

    it("wants a reason, and somebody who sits", async () => {
      const { validators, person, timelock } = protocol;
      const governance = validators.connect(await impersonate(protocol, await timelock.getAddress()));
      await expect(governance.remove(judge(4), ZeroHash)).to.be.revertedWithCustomError(
        validators,
        "ValidatorRegistry_MissingReason",
      );
      await expect(governance.remove(person(0), REASON))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotSeated")
        .withArgs(person(0).address);
    });

    it("happens once an epoch", async () => {
      const { validators, timelock } = protocol;
      const governance = validators.connect(await impersonate(protocol, await timelock.getAddress()));
      await governance.remove(judge(4), REASON);
      const epoch = await epochNow();
      const next = (await protocol.pov.GENESIS_TIME()) + (epoch + 1n) * WEEK;
      await nextAt(protocol, next - 1n);
      await expect(governance.remove(judge(5), REASON))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AlreadyRemoved")
        .withArgs(epoch);
      await nextAt(protocol, next);
      await governance.remove(judge(5), REASON);
      expect(await validators.seatCount()).to.equal(28n);
    });

    it("never leaves fewer than 22 seats", async () => {
      const { validators, timelock } = protocol;
      const governance = validators.connect(await impersonate(protocol, await timelock.getAddress()));
      await thin(protocol, 22);
      await expect(governance.remove(judge(4), REASON))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_TooFewLeft")
        .withArgs(22n, 22n);
      await earn(protocol, protocol.person(1).address, threshold());
      await validators.connect(protocol.person(1)).enter({ value: bond });
      await governance.remove(judge(4), REASON);
      expect(await validators.seatCount()).to.equal(22n);
    });

    it("bars the return for 26 epochs, to the second", async () => {
      const { validators, timelock } = protocol;
      const governance = validators.connect(await impersonate(protocol, await timelock.getAddress()));
      await governance.remove(judge(4), REASON);
      const until = (await now(protocol)) + 26n * WEEK;
      expect(await validators.barredUntil(judge(4))).to.equal(until);
      expect(await validators.barredUntil(judge(5))).to.equal(0n);
      await thin(protocol, 20);
      await nextAt(protocol, until - 1n);
      await expect(as(4).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_Barred")
        .withArgs(judge(4).address, until);
      await nextAt(protocol, until);
      await as(4).enter({ value: bond });
      expect(await validators.isSeated(judge(4))).to.equal(true);
    });
  });

  describe("topUp", () => {
    /** A slash of 10%. */
    async function slashed(index: number) {
      const { validators, pov, person } = protocol;
      await validators.connect(await impersonate(protocol, await pov.getAddress())).slash({
        account: judge(index).address,
        contribution: `0x01${"7".repeat(62)}`,
        round: 1,
        armedAt: await protocol.ethers.provider.getBlockNumber(),
        fault: 0,
        ppm: 100_000n,
        rewardPpm: 0n,
        prover: person(1).address,
        challenger: ZeroAddress,
        refund: 0n,
      });
    }

    it("makes a slashed bond whole, in steps", async () => {
      const { validators } = protocol;
      await slashed(4);
      await expect(as(4).topUp({ value: bond / 20n }))
        .to.emit(validators, "BondToppedUp")
        .withArgs(judge(4).address, 0, bond / 20n);
      expect(await validators.bondOf(judge(4))).to.equal(bond - bond / 20n);
      for (const value of [0n, bond / 20n + 1n]) {
        await expect(as(4).topUp({ value }))
          .to.be.revertedWithCustomError(validators, "ValidatorRegistry_WrongTopUp")
          .withArgs(value, bond / 20n);
      }
      await as(4).topUp({ value: bond / 20n });
      const [stint] = await validators.stintsOf(judge(4));
      expect([stint?.bond, stint?.deposited]).to.deep.equal([bond, bond]);
      await expect(as(4).topUp({ value: 1n }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_WrongTopUp")
        .withArgs(1n, 0n);
    });

    it("follows a rule that grew, and slashes are a part of the larger bond then", async () => {
      const { validators } = protocol;
      await amended(protocol, Rule.SeatBond, protocol.parameters.rules.SeatBond.value * 2);
      await as(4).topUp({ value: bond / 2n });
      const [stint] = await validators.stintsOf(judge(4));
      expect([stint?.bond, stint?.deposited]).to.deep.equal([bond + bond / 2n, bond + bond / 2n]);
      await slashed(4);
      expect(await validators.bondOf(judge(4))).to.equal(((bond + bond / 2n) * 9n) / 10n);
    });

    it("adds nothing when the rule has fallen below the bond", async () => {
      const { validators } = protocol;
      await slashed(4);
      await amended(protocol, Rule.SeatBond, protocol.parameters.rules.SeatBond.value / 2);
      await expect(as(4).topUp({ value: 1n }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_WrongTopUp")
        .withArgs(1n, 0n);
    });

    it("is for who sits", async () => {
      const { validators, person } = protocol;
      await as(4).exit();
      for (const account of [person(0), judge(4)]) {
        await expect(validators.connect(account).topUp({ value: 1n }))
          .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotSeated")
          .withArgs(account.address);
      }
    });
  });
});
