import { constants, Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { firstBond, firstThreshold, judgeOf, thin, WEEK } from "../../support/bench.ts";
import { fresh, nextAt, now, seatedUnhurried } from "../../support/fixture.ts";
import { expectLeaf, hashOf, subjectOf } from "../../support/leaves.ts";
import { draw, headerOf, moveTo, panelOf, register } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

describe("ValidatorRegistry: coming and going", () => {
  let protocol: Protocol;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh(seatedUnhurried);
    bond = firstBond(protocol);
  });

  const judge = (index: number) => judgeOf(protocol, index);
  const as = (index: number) => protocol.validators.connect(judge(index));
  const block = async () => BigInt(await protocol.ethers.provider.getBlockNumber());

  describe("exit", () => {
    it("frees the seat, and whoever had the last number takes it", async () => {
      const { validators } = protocol;
      const before = await block();
      const transaction = await as(4).exit();
      const unlocksAt = (await now(protocol)) + (await validators.longestDuty());
      await expect(transaction)
        .to.emit(validators, "Unseated")
        .withArgs(judge(4).address, 4, judge(4).address, ZeroHash, unlocksAt);
      await expect(transaction).to.emit(validators, "SeatMoved").withArgs(judge(29).address, 29, 4);
      await expectLeaf(protocol, transaction, {
        kind: "Unseated",
        emitter: validators,
        subject: subjectOf(judge(4).address),
        actor: judge(4),
        dataHash: hashOf(["uint16", 4], ["bytes32", ZeroHash]),
      });
      expect(await validators.isSeated(judge(4))).to.equal(false);
      expect(await validators.bondOf(judge(4))).to.equal(0n);
      expect(await validators.seatOf(judge(29))).to.equal(4n);
      expect(await validators.seatCount()).to.equal(29n);
      const after = await block();
      expect(await validators.seatCountAt(before)).to.equal(30n);
      expect(await validators.seatCountAt(after)).to.equal(29n);
      expect(await validators.holderAt(4, before)).to.equal(judge(4).address);
      expect(await validators.holderAt(4, after)).to.equal(judge(29).address);
      expect(await validators.holderAt(29, before)).to.equal(judge(29).address);
      expect(await validators.holderAt(29, after)).to.equal(ZeroAddress);
    });

    it("moves nobody when the last number goes", async () => {
      const { validators } = protocol;
      const transaction = await as(29).exit();
      await expect(transaction).not.to.emit(validators, "SeatMoved");
      expect(await validators.seatOf(judge(28))).to.equal(28n);
      expect(await validators.holderAt(29, await block())).to.equal(ZeroAddress);
    });

    it("is for who sits", async () => {
      const { validators, person } = protocol;
      await as(4).exit();
      for (const account of [person(0), judge(4)]) {
        await expect(validators.connect(account).exit())
          .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotSeated")
          .withArgs(account.address);
      }
    });

    it("empties the bench, seat by seat", async () => {
      const { validators, registry } = protocol;
      for (const index of [0, 29, 5, 28, 6]) await as(index).exit();
      const left = protocol.judges.filter((_, index) => ![0, 29, 5, 28, 6].includes(index));
      const numbers = await Promise.all(left.map(async (account) => validators.seatOf(account)));
      expect(numbers.toSorted((a, b) => Number(a - b))).to.deep.equal(left.map((_, seat) => BigInt(seat)));
      for (const account of left) await validators.connect(account).exit();
      expect(await validators.seatCount()).to.equal(0n);
      await expect(registry.bondRequired())
        .to.be.revertedWithCustomError(protocol.pov, "ProofOfValue_TooFewSeats")
        .withArgs(0n, 10n);
    });

    it("keeps panels as they were drawn, and the duties of who left", async () => {
      const { validators, pov } = protocol;
      const work = attribution(evenly([accountNode(protocol.person(1).address)]));
      const contribution = await register(protocol, work);
      // Some leave between the arming and the draw, some after it.
      for (const index of [0, 7, 21]) await as(index).exit();
      await draw(protocol, contribution);
      const before = (await panelOf(protocol, contribution)).map(({ address }) => address);
      for (const index of [29, 1, 2, 3, 14, 15, 22]) await as(index).exit();
      const after = await panelOf(protocol, contribution);
      expect(after.map(({ address }) => address)).to.deep.equal(before);
      for (const [position, member] of after.entries()) {
        await pov.connect(member).commit(contribution, position, id("a vote"));
      }
      expect(await validators.seatCount()).to.equal(20n);
    });
  });

  describe("the lock of a bond", () => {
    it("lasts as long as the longest duty can", async () => {
      const { validators, parameters } = protocol;
      const rule = (name: "ArmingDelay" | "CommitWindow" | "RevealWindow" | "ChallengeWindow") =>
        BigInt(parameters.rules[name].value);
      const blocks = rule("ArmingDelay") + BigInt(constants.PanelLib.HISTORY);
      const round = blocks * 12n + rule("CommitWindow") + rule("RevealWindow");
      const expected = 3n * round + blocks * 12n + rule("ChallengeWindow") + WEEK;
      expect(await validators.dutyOf(1)).to.equal(expected);
      expect(await validators.longestDuty()).to.equal(expected);
    });

    it("opens at its second, and not one before", async () => {
      const { validators, ethers, person } = protocol;
      await as(4).exit();
      const [stint] = await validators.stintsOf(judge(4));
      const unlocksAt = stint?.unlocksAt ?? 0n;
      expect(unlocksAt).to.equal((await now(protocol)) + (await validators.longestDuty()));
      await nextAt(protocol, unlocksAt - 1n);
      await expect(as(4).withdrawBond(0))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_BondLocked")
        .withArgs(unlocksAt - 1n, unlocksAt);
      await nextAt(protocol, unlocksAt);
      const transaction = await as(4).withdrawBond(0);
      await expect(transaction).to.emit(validators, "BondUnlocked").withArgs(judge(4).address, 0, bond);
      await expect(transaction).to.emit(validators, "EtherCredited").withArgs(judge(4).address, bond);
      await expect(as(4).withdrawEther(person(7))).to.changeEtherBalances(
        ethers,
        [validators, person(7)],
        [-bond, bond],
      );
      await expect(as(4).withdrawBond(0))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_BondSpent")
        .withArgs(judge(4).address, 0);
    });

    it("never opens for a seat that is held, nor for one that never was", async () => {
      const { validators, person } = protocol;
      await expect(as(4).withdrawBond(0))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_StillSeated")
        .withArgs(judge(4).address);
      await expect(as(4).withdrawBond(1))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_UnknownStint")
        .withArgs(judge(4).address, 1);
      await expect(validators.connect(person(0)).withdrawBond(0))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_UnknownStint")
        .withArgs(person(0).address, 0);
    });

    it("counts the longest of all versions, whatever came after it", async () => {
      const { validators, parameters } = protocol;
      const { value, max } = parameters.rules.ChallengeWindow;
      await amended(protocol, Rule.ChallengeWindow, max);
      await amended(protocol, Rule.ChallengeWindow, value);
      const longer = (await validators.dutyOf(1)) + BigInt(max - value);
      expect(await validators.dutyOf(2)).to.equal(longer);
      expect(await validators.dutyOf(3)).to.equal(await validators.dutyOf(1));
      expect(await validators.longestDuty()).to.equal(longer);
      await as(4).exit();
      const [stint] = await validators.stintsOf(judge(4));
      expect(stint?.unlocksAt).to.equal((await now(protocol)) + longer);
    });

    it("stays what it was when rules grow afterwards", async () => {
      const { validators, parameters } = protocol;
      await as(4).exit();
      const [before] = await validators.stintsOf(judge(4));
      await amended(protocol, Rule.ChallengeWindow, parameters.rules.ChallengeWindow.max);
      const [after] = await validators.stintsOf(judge(4));
      expect(after?.unlocksAt).to.equal(before?.unlocksAt);
    });

    it("lets anybody read versions ahead, each once", async () => {
      const { validators, person, parameters, constitution } = protocol;
      const reader = validators.connect(person(0));
      const { value } = parameters.rules.ChallengeWindow;
      for (const extra of [1, 2, 3]) await amended(protocol, Rule.ChallengeWindow, value + extra);
      await reader.readRules(2);
      for (const version of [0, 1, 2]) {
        await expect(reader.readRules(version))
          .to.be.revertedWithCustomError(validators, "ValidatorRegistry_RulesAlreadyRead")
          .withArgs(version);
      }
      await expect(reader.readRules(5))
        .to.be.revertedWithCustomError(constitution, "Constitution_UnknownVersion")
        .withArgs(5);
      await reader.readRules(4);
      expect(await validators.longestDuty()).to.equal((await validators.dutyOf(1)) + 3n);
      await expect(validators.dutyOf(0))
        .to.be.revertedWithCustomError(constitution, "Constitution_UnknownVersion")
        .withArgs(0);
    });
  });

  describe("coming back", () => {
    it("is open to the named while fewer than 22 sit", async () => {
      const { validators } = protocol;
      await thin(protocol, 22);
      await expect(as(29).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotEligible")
        .withArgs(judge(29).address, 0n, firstThreshold(protocol));
      await as(21).exit();
      await expect(as(29).enter({ value: bond }))
        .to.emit(validators, "Seated")
        .withArgs(judge(29).address, 21, bond);
      expect(await validators.seatCount()).to.equal(22n);
    });

    it("keeps the bonds of one account apart", async () => {
      const { validators } = protocol;
      await thin(protocol, 10);
      const left = await block();
      await as(10).enter({ value: bond });
      const [first, second] = await validators.stintsOf(judge(10));
      expect([first?.bond, first?.deposited, second?.bond, second?.deposited]).to.deep.equal([
        bond,
        bond,
        bond,
        bond,
      ]);
      expect([first?.until, second?.since, second?.until, second?.unlocksAt]).to.deep.equal([
        left,
        left + 1n,
        0n,
        0n,
      ]);
      await moveTo(protocol, first?.unlocksAt ?? 0n);
      await as(10).withdrawBond(0);
      expect(await validators.bondOf(judge(10))).to.equal(bond);
      await expect(as(10).withdrawBond(1))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_StillSeated")
        .withArgs(judge(10).address);
    });
  });

  describe("a round that is armed with too few seats", () => {
    it("cannot be drawn below four, and becomes void at last", async () => {
      const { pov, ethers, connection } = protocol;
      const work = attribution(evenly([accountNode(protocol.person(1).address)]));
      const contribution = await register(protocol, work);
      await thin(protocol, 3);
      const history = BigInt(constants.PanelLib.HISTORY);
      const missed = async () => {
        const drawBlock = await pov.drawBlockOf(contribution);
        const head = BigInt(await ethers.provider.getBlockNumber());
        await connection.networkHelpers.mine(drawBlock + history + 1n - head);
      };
      // The first draw is missed, and the second arming finds three seats.
      await missed();
      await pov.rearm(contribution);
      const drawBlock = await pov.drawBlockOf(contribution);
      await connection.networkHelpers.mine(3);
      await expect(pov.draw(contribution, await headerOf(protocol, drawBlock)))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_TooFewSeats")
        .withArgs(3n, 4n);
      await missed();
      await expect(pov.rearm(contribution)).to.emit(pov, "Voided").withArgs(contribution, 1, 2);
    });

    it("draws a panel of one from four", async () => {
      const { pov, ethers, connection } = protocol;
      const work = attribution(evenly([accountNode(protocol.person(1).address)]));
      const contribution = await register(protocol, work);
      await thin(protocol, 4);
      const drawBlock = await pov.drawBlockOf(contribution);
      const head = BigInt(await ethers.provider.getBlockNumber());
      await connection.networkHelpers.mine(drawBlock + BigInt(constants.PanelLib.HISTORY) + 1n - head);
      await pov.rearm(contribution);
      await draw(protocol, contribution);
      expect(await panelOf(protocol, contribution)).to.have.length(1);
    });
  });
});
