import { Role, Rule } from "@azora/sdk";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { initCode } from "../../../deploy/initCode.ts";
import { fresh, unseatedUnhurried } from "../../support/fixture.ts";
import { expectLeaf, hashOf, subjectOf } from "../../support/leaves.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

describe("ValidatorRegistry", () => {
  let protocol: Protocol;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh(unseatedUnhurried);
    bond = BigInt(protocol.parameters.rules.SeatBond.value) * 10n ** 9n;
  });

  const judge = (index: number) => {
    const found = protocol.judges[index];
    if (found === undefined) throw new RangeError(`There is no judge ${index}.`);
    return found;
  };

  describe("deployment", () => {
    async function refused(
      named: string[],
      error: "ValidatorRegistry_TooFewNamed" | "ValidatorRegistry_InvalidAccount",
      args: unknown[],
    ) {
      const { ethers, deployer, validators } = protocol;
      const genesis = await ethers
        .getContractFactory("Genesis")
        .then(async (factory) => factory.deploy(deployer));
      await expect(genesis.create(Role.AuditLedger, initCode("ValidatorRegistry", [named])))
        .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
        .withArgs(Role.AuditLedger, validators.interface.encodeErrorResult(error, args));
    }

    it("names exactly the listed accounts", async () => {
      const { validators, parameters, deployer } = protocol;
      const events = await validators.queryFilter(validators.filters.GenesisNamed);
      expect(events.map(({ args }) => args.account)).to.deep.equal(parameters.seats);
      for (const account of parameters.seats) expect(await validators.isGenesis(account)).to.equal(true);
      expect(await validators.isGenesis(deployer)).to.equal(false);
    });

    it("refuses fewer than 30 accounts", async () => {
      await refused(protocol.parameters.seats.slice(1), "ValidatorRegistry_TooFewNamed", [29, 30]);
    });

    it("refuses the zero address and accounts out of order or named twice", async () => {
      const { seats } = protocol.parameters;
      const [one = "", two = "", ...rest] = seats;
      await refused([ZeroAddress, ...seats], "ValidatorRegistry_InvalidAccount", [ZeroAddress]);
      await refused([two, one, ...rest], "ValidatorRegistry_InvalidAccount", [one]);
      await refused([one, one, two, ...rest], "ValidatorRegistry_InvalidAccount", [one]);
    });
  });

  describe("enter", () => {
    it("takes the next seat with the bond", async () => {
      const { validators } = protocol;
      for (const [seat, account] of [judge(0), judge(1)].entries()) {
        const transaction = await validators.connect(account).enter({ value: bond });
        await expect(transaction).to.emit(validators, "Seated").withArgs(account.address, seat, bond);
        await expectLeaf(protocol, transaction, {
          kind: "Seated",
          emitter: validators,
          subject: subjectOf(account.address),
          actor: account,
          dataHash: hashOf(["uint16", seat], ["uint256", bond]),
        });
        expect(await validators.isSeated(account)).to.equal(true);
        expect(await validators.seatOf(account)).to.equal(BigInt(seat));
        expect(await validators.bondOf(account)).to.equal(bond);
        expect(await validators.seatCount()).to.equal(BigInt(seat) + 1n);
      }
      expect(await protocol.ethers.provider.getBalance(validators)).to.equal(2n * bond);
    });

    it("refuses who is not named and has earned nothing", async () => {
      const { validators, person, parameters } = protocol;
      const threshold = BigInt(parameters.rules.SeatThreshold.value) * 10n ** 12n;
      await expect(validators.connect(person(0)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotEligible")
        .withArgs(person(0).address, 0n, threshold);
    });

    it("refuses who sits already", async () => {
      const { validators } = protocol;
      await validators.connect(judge(0)).enter({ value: bond });
      await expect(validators.connect(judge(0)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AlreadySeated")
        .withArgs(judge(0).address);
    });

    it("wants exactly the bond of the present rules", async () => {
      const { validators } = protocol;
      for (const value of [0n, bond - 1n, bond + 1n]) {
        await expect(validators.connect(judge(0)).enter({ value }))
          .to.be.revertedWithCustomError(validators, "ValidatorRegistry_WrongBond")
          .withArgs(value, bond);
      }
      await amended(protocol, Rule.SeatBond, protocol.parameters.rules.SeatBond.value * 2);
      await expect(validators.connect(judge(0)).enter({ value: bond }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_WrongBond")
        .withArgs(bond, 2n * bond);
      await validators.connect(judge(0)).enter({ value: 2n * bond });
      expect(await validators.bondOf(judge(0))).to.equal(2n * bond);
    });
  });

  it("keeps who held which seat at the end of every block", async () => {
    const { validators, ethers } = protocol;
    const before = await ethers.provider.getBlockNumber();
    for (let seat = 0; seat < 3; seat++) await validators.connect(judge(seat)).enter({ value: bond });
    for (let count = 0; count <= 3; count++) {
      expect(await validators.seatCountAt(before + count)).to.equal(BigInt(count));
      for (let seat = 0; seat < 4; seat++) {
        const holder = seat < count ? judge(seat).address : ZeroAddress;
        expect(await validators.holderAt(seat, before + count)).to.equal(holder);
      }
    }
  });

  it("knows nothing of an account that never sat", async () => {
    const { validators, person } = protocol;
    expect(await validators.isSeated(person(0))).to.equal(false);
    expect(await validators.seatOf(person(0))).to.equal(0n);
    expect(await validators.bondOf(person(0))).to.equal(0n);
  });
});
