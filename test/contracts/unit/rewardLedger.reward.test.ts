import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { accountNode, attribution, evenly, type Share } from "../../support/attribution.ts";
import { fresh } from "../../support/fixture.ts";
import { expectLeaf, hashOf, type Typed } from "../../support/leaves.ts";
import { finalized, register, settled } from "../../support/life.ts";
import { linked } from "../../support/links.ts";
import type { Protocol } from "../../support/protocol.ts";
import { hookToken, oddToken } from "../../support/tokens.ts";

const REWARD = 2n;
const ALICE = `0x02${id("github:alice").slice(2, 64)}`;
const EMPTY = { contributors: [], upstream: [] };

describe("RewardLedger: reward", () => {
  let protocol: Protocol;
  let azr: string;
  beforeEach(async () => {
    protocol = await fresh();
    azr = await protocol.token.getAddress();
  });

  /** An accepted work, not settled yet. */
  async function accepted(contributors: Share[], upstream: Share[] = [], evidence = id("work")) {
    const work = attribution(contributors, upstream);
    const contribution = await register(protocol, work, { evidence });
    await finalized(protocol, contribution, work, 3);
    return { work, contribution };
  }

  it("AZ-02: takes the same tenth and the same graph, and counts nothing as earned", async () => {
    const { rewards, fund, person } = protocol;
    const cited = await accepted(evenly([accountNode(person(1))]), [], id("cited"));
    const { work, contribution } = await accepted(
      evenly([accountNode(person(2)), ALICE]),
      [{ node: cited.contribution, weight: 200_000 }],
      id("citing"),
    );
    const coin = await oddToken(protocol, "None", person(7));
    const transaction = await rewards.connect(person(7)).reward(coin, contribution, 1_239n, work);
    // 123 to the fund, 1,116 to the people, of which 223 upstream and the rest in halves.
    const payments = work.contributors.map(({ node }, i) => ({ node, amount: i === 0 ? 446n : 447n }));
    const all = [{ node: cited.contribution, amount: 223n }, ...payments];
    await expect(transaction)
      .to.emit(rewards, "Flowed")
      .withArgs(
        coin,
        contribution,
        REWARD,
        1_116n,
        0n,
        all.map(({ node, amount }) => [node, amount, 0n]),
      );
    await expect(transaction)
      .to.emit(rewards, "Rewarded")
      .withArgs(coin, contribution, person(7), 1_239n, 123n);
    const words = all.flatMap(({ node, amount }): Typed[] => [
      ["bytes32", node],
      ["uint256", amount],
      ["uint256", 0n],
    ]);
    await expectLeaf(protocol, transaction, {
      kind: "Rewarded",
      emitter: rewards,
      subject: contribution,
      actor: person(7),
      dataHash: hashOf(
        ["address", await coin.getAddress()],
        ["uint256", 1_239n],
        ["uint256", 123n],
        ["bytes32", hashOf(...words)],
      ),
    });
    expect(await coin.balanceOf(fund)).to.equal(123n);
    expect(await coin.balanceOf(rewards)).to.equal(1_116n);
    expect([...(await rewards.poolOf(coin, cited.contribution))]).to.deep.equal([223n, 0n]);
    const [, earned] = await rewards.creditOf(coin, person(2));
    expect(earned).to.equal(0n);
  });

  it("AZ-04: lets the pools of another token flow on, to accounts and linked identities", async () => {
    const { rewards, person } = protocol;
    const cited = await accepted(evenly([ALICE]), [], id("cited"));
    const citing = await accepted(
      evenly([accountNode(person(2))]),
      [{ node: cited.contribution, weight: 300_000 }],
      id("citing"),
    );
    const coin = await oddToken(protocol, "None", person(7));
    await rewards.connect(person(7)).reward(coin, citing.contribution, 1_000n, citing.work);
    await rewards.flow(coin, cited.contribution, cited.work);
    await linked(protocol, ALICE, person(4).address);
    await rewards.flow(coin, ALICE, EMPTY);
    expect([...(await rewards.creditOf(coin, person(4)))]).to.deep.equal([270n, 0n]);
    expect([...(await rewards.creditOf(coin, person(2)))]).to.deep.equal([630n, 0n]);
    await rewards.connect(person(4)).withdraw(coin, person(5));
    expect(await coin.balanceOf(person(5))).to.equal(270n);
    expect(await coin.balanceOf(rewards)).to.equal(630n);
  });

  it("AZ-10: takes AZR too, and no reward makes Voice or earnings", async () => {
    const { rewards, token, voice, fund, person } = protocol;
    const first = attribution(evenly([accountNode(person(1))]));
    await settled(protocol, await register(protocol, first, { evidence: id("first") }), first, 3);
    await rewards.connect(person(1)).withdraw(token, person(1));
    const units = await voice.unitsOf(person(1));
    const { work, contribution } = await accepted(evenly([accountNode(person(1))]));
    const before = await token.balanceOf(fund);
    await token.connect(person(1)).approve(rewards, 100n);
    for (let round = 0; round < 3; round++) {
      await token.connect(person(1)).approve(rewards, 100n);
      await rewards.connect(person(1)).reward(token, contribution, 100n, work);
      await rewards.connect(person(1)).withdraw(token, person(1));
    }
    expect(await token.balanceOf(fund)).to.equal(before + 30n);
    expect(await voice.unitsOf(person(1))).to.equal(units);
    expect((await rewards.creditOf(token, person(1))).earned).to.equal(units);
  });

  it("AZ-02: gives the fund a tenth rounded down, of the smallest amounts too", async () => {
    const { rewards, fund, person } = protocol;
    const { work, contribution } = await accepted(evenly([accountNode(person(1))]));
    const coin = await oddToken(protocol, "RefusesZero", person(7));
    let tenths = 0n;
    for (const amount of [1n, 9n, 10n, 19n, 20n]) {
      await rewards.connect(person(7)).reward(coin, contribution, amount, work);
      tenths += amount / 10n;
      expect(await coin.balanceOf(fund)).to.equal(tenths);
    }
    expect((await rewards.creditOf(coin, person(1))).owed).to.equal(59n - tenths);
  });

  it("rewards several works in one batch", async () => {
    const { rewards, person } = protocol;
    const { work, contribution } = await accepted(evenly([accountNode(person(1))]));
    const coin = await oddToken(protocol, "None", person(7));
    const data = rewards.interface.encodeFunctionData("reward", [
      await coin.getAddress(),
      contribution,
      10n,
      work,
    ]);
    await rewards.connect(person(7)).multicall([data, data]);
    expect((await rewards.creditOf(coin, person(1))).owed).to.equal(18n);
  });

  describe("refuses", () => {
    it("a work that is not accepted, or unknown, and takes one that is settled", async () => {
      const { rewards, person } = protocol;
      const work = attribution(evenly([accountNode(person(1))]));
      const contribution = await register(protocol, work);
      const coin = await oddToken(protocol, "None", person(7));
      const pay = (node: string) => rewards.connect(person(7)).reward(coin, node, 10n, work);
      for (const node of [contribution, ZeroHash, ALICE, accountNode(person(1))]) {
        await expect(pay(node))
          .to.be.revertedWithCustomError(rewards, "RewardLedger_NotAccepted")
          .withArgs(node);
      }
      await settled(protocol, contribution, work, 1);
      await expect(pay(contribution)).to.emit(rewards, "Rewarded");
      const rejected = await register(protocol, work, { evidence: id("rejected") });
      await finalized(protocol, rejected, work, 0);
      await expect(pay(rejected))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NotAccepted")
        .withArgs(rejected);
    });

    it("another attribution than the registered one", async () => {
      const { rewards, registry, person } = protocol;
      const { contribution } = await accepted(evenly([accountNode(person(1))]));
      const coin = await oddToken(protocol, "None", person(7));
      const stored = await registry.attributionHashOf(contribution);
      await expect(rewards.connect(person(7)).reward(coin, contribution, 10n, EMPTY))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_AttributionMismatch")
        .withArgs(contribution, (given: string) => given !== stored, stored);
    });

    it("what is no token, and what was not approved", async () => {
      const { rewards, token, person } = protocol;
      const { work, contribution } = await accepted(evenly([accountNode(person(1))]));
      const nobody = person(8).address;
      await expect(rewards.reward(nobody, contribution, 10n, work))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NotToken")
        .withArgs(nobody);
      await expect(rewards.connect(person(7)).reward(token, contribution, 10n, work))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(await rewards.getAddress(), 0n, 10n);
    });

    it("a payment of nothing", async () => {
      const { rewards, person } = protocol;
      const { work, contribution } = await accepted(evenly([accountNode(person(1))]));
      const coin = await oddToken(protocol, "None", person(7));
      await expect(rewards.connect(person(7)).reward(coin, contribution, 0n, work))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NothingArrived")
        .withArgs(coin);
    });
  });

  describe("tokens that misbehave harm nobody else", () => {
    /** A work that pays person 1, with AZR owed and some of an honest coin. */
    async function stage() {
      const { rewards, person } = protocol;
      const work = attribution(evenly([accountNode(person(1)), accountNode(person(2))]));
      const contribution = await register(protocol, work);
      await settled(protocol, contribution, work, 3);
      const honest = await oddToken(protocol, "None", person(7));
      await rewards.connect(person(7)).reward(honest, contribution, 1_000n, work);
      /** What belongs to others is as it was, and can be withdrawn. */
      const unharmed = async () => {
        expect((await rewards.creditOf(azr, person(1))).owed).to.equal(180n * 10n ** 18n);
        expect((await rewards.creditOf(honest, person(1))).owed).to.equal(450n);
        expect(await honest.balanceOf(rewards)).to.equal(900n);
        await rewards.withdrawFor(azr, person(1));
        await rewards.withdrawFor(honest, person(1));
        expect(await honest.balanceOf(person(1))).to.equal(450n);
      };
      return { work, contribution, honest, unharmed };
    }

    it("AZ-03: one that keeps a fee is credited with what arrived", async () => {
      const { rewards, fund, person } = protocol;
      const { work, contribution, unharmed } = await stage();
      const coin = await oddToken(protocol, "Fee", person(7));
      await expect(rewards.connect(person(7)).reward(coin, contribution, 1_000n, work))
        .to.emit(rewards, "Rewarded")
        .withArgs(coin, contribution, person(7), 900n, 90n);
      expect(await coin.balanceOf(rewards)).to.equal(810n);
      expect(await coin.balanceOf(fund)).to.equal(81n);
      await rewards.withdrawFor(coin, person(1));
      await rewards.withdrawFor(coin, person(2));
      expect(await coin.balanceOf(rewards)).to.equal(0n);
      await unharmed();
    });

    it("AZ-03: one that says false is refused, and one that says nothing is taken", async () => {
      const { rewards, person } = protocol;
      const { work, contribution, unharmed } = await stage();
      const refusing = await oddToken(protocol, "ReturnsFalse", person(7));
      await expect(rewards.connect(person(7)).reward(refusing, contribution, 100n, work))
        .to.be.revertedWithCustomError(rewards, "SafeERC20FailedOperation")
        .withArgs(refusing);
      const silent = await oddToken(protocol, "ReturnsNothing", person(7));
      await rewards.connect(person(7)).reward(silent, contribution, 100n, work);
      await rewards.withdrawFor(silent, person(1));
      expect(await silent.balanceOf(person(1))).to.equal(45n);
      await unharmed();
    });

    it("AZ-09: one that blocks a recipient lets only that one wait", async () => {
      const { rewards, person } = protocol;
      const { work, contribution, unharmed } = await stage();
      const coin = await oddToken(protocol, "Blocks", person(7));
      await rewards.connect(person(7)).reward(coin, contribution, 100n, work);
      await coin.blockAccount(person(1));
      await expect(rewards.withdrawFor(coin, person(1))).to.be.revertedWithCustomError(
        coin,
        "OddToken_Refused",
      );
      await rewards.withdrawFor(coin, person(2));
      expect(await coin.balanceOf(person(2))).to.equal(45n);
      // The blocked one may still have it sent elsewhere.
      await rewards.connect(person(1)).withdraw(coin, person(3));
      expect(await coin.balanceOf(person(3))).to.equal(45n);
      await unharmed();
    });

    it("AZ-03: one that blocks the ledger or the fund keeps its own reward away, and no other", async () => {
      const { rewards, fund, person } = protocol;
      const { work, contribution, unharmed } = await stage();
      const coin = await oddToken(protocol, "Blocks", person(7));
      await coin.blockAccount(fund);
      await expect(
        rewards.connect(person(7)).reward(coin, contribution, 100n, work),
      ).to.be.revertedWithCustomError(coin, "OddToken_Refused");
      expect((await rewards.creditOf(coin, person(1))).owed).to.equal(0n);
      await unharmed();
    });

    it("AZ-03: one that lies about balances books only in its own name, and never past 128 bits", async () => {
      const { rewards, person } = protocol;
      const { work, contribution, unharmed } = await stage();
      const coin = await oddToken(protocol, "Lies", person(7));
      const pay = () => rewards.connect(person(7)).reward(coin, contribution, 10n, work);
      // It says less after the transfer than before it, or the same.
      await expect(pay())
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NothingArrived")
        .withArgs(coin);
      const most = 2n ** 128n - 1n;
      await coin.lie(person(7), most + 1n);
      await expect(pay())
        .to.be.revertedWithCustomError(rewards, "RewardLedger_TooMuchArrived")
        .withArgs(coin, most + 1n, most);
      await coin.lie(person(7), most);
      await pay();
      const { owed } = await rewards.creditOf(coin, person(1));
      expect(owed).to.equal((most - most / 10n) / 2n);
      // The next such claim would leave the lane: nothing of it is booked.
      await coin.lie(rewards, 0n);
      await pay();
      await coin.lie(rewards, 0n);
      await expect(pay()).to.be.revertedWithCustomError(rewards, "Balance_Overflow");
      expect((await rewards.creditOf(coin, person(1))).owed).to.equal(2n * owed);
      await unharmed();
    });

    it("AZ-03: one that rebases pays who comes first, out of what it has itself", async () => {
      const { rewards, person } = protocol;
      const { work, contribution, unharmed } = await stage();
      const coin = await oddToken(protocol, "None", person(7));
      await rewards.connect(person(7)).reward(coin, contribution, 100n, work);
      await coin.rebase(50n);
      // Each part is worth half: the first to come takes all, and the other waits.
      await rewards.withdrawFor(coin, person(1));
      await expect(rewards.withdrawFor(coin, person(2))).to.be.revertedWithPanic(0x11);
      expect((await rewards.creditOf(coin, person(2))).owed).to.equal(45n);
      await coin.rebase(100n);
      await coin.connect(person(7)).transfer(rewards, 45n);
      await rewards.withdrawFor(coin, person(2));
      await unharmed();
    });

    it("AZ-03: one with hooks cannot have one payment counted twice", async () => {
      const { rewards, person } = protocol;
      const { work, contribution, honest, unharmed } = await stage();
      const { token: coin, puppet } = await hookToken(protocol, person(7));
      const address = await coin.getAddress();
      await rewards.connect(person(7)).reward(coin, contribution, 100n, work);
      const calls = [
        rewards.interface.encodeFunctionData("reward", [address, contribution, 50n, work]),
        rewards.interface.encodeFunctionData("reward", [await honest.getAddress(), contribution, 50n, work]),
        rewards.interface.encodeFunctionData("withdrawFor", [address, person(1).address]),
        rewards.interface.encodeFunctionData("withdrawFor", [azr, person(1).address]),
      ];
      for (const data of calls) {
        await puppet.reactOnceWith(rewards, data);
        await rewards.connect(person(7)).reward(coin, contribution, 100n, work);
        expect(await puppet.succeeded()).to.equal(false);
        expect(await puppet.returned()).to.equal(
          rewards.interface.encodeErrorResult("RewardLedger_RewardUnderWay", []),
        );
      }
      expect(await bookedOf(protocol, address, [1, 2])).to.equal(450n);
      expect(await coin.balanceOf(rewards)).to.equal(450n);
      await unharmed();
    });

    it("AZ-03: one with hooks may withdraw while the fund is paid, when all is booked", async () => {
      const { rewards, person } = protocol;
      const { work, contribution, unharmed } = await stage();
      const { token: coin, puppet } = await hookToken(protocol, person(7));
      const address = await coin.getAddress();
      const data = rewards.interface.encodeFunctionData("withdrawFor", [address, person(1).address]);
      // Once within the measured transfer, where it is refused, and once within the one to the fund.
      await puppet.reactWith(rewards, data);
      await rewards.connect(person(7)).reward(coin, contribution, 100n, work);
      expect(await coin.balanceOf(person(1))).to.equal(45n);
      expect(await bookedOf(protocol, address, [1, 2])).to.equal(45n);
      expect(await coin.balanceOf(rewards)).to.equal(45n);
      await unharmed();
    });

    it("AZ-04: one with hooks may let a pool flow meanwhile, which moves no balance", async () => {
      const { rewards, person } = protocol;
      const cited = await accepted(evenly([accountNode(person(3))]), [], id("cited"));
      const citing = await accepted(
        evenly([accountNode(person(2))]),
        [{ node: cited.contribution, weight: 300_000 }],
        id("citing"),
      );
      const { token: coin, puppet } = await hookToken(protocol, person(7));
      const address = await coin.getAddress();
      await puppet.reactWith(
        rewards,
        rewards.interface.encodeFunctionData("flow", [address, cited.contribution, cited.work]),
      );
      for (let round = 0; round < 2; round++)
        await rewards.connect(person(7)).reward(coin, citing.contribution, 100n, citing.work);
      const pool = (await rewards.poolOf(coin, cited.contribution)).amount;
      const credits = await bookedOf(protocol, address, [2, 3]);
      expect(pool + credits).to.equal(180n);
      expect(await coin.balanceOf(rewards)).to.equal(180n);
    });
  });
});

/** What these people are owed together. */
async function bookedOf({ rewards, person }: Protocol, token: string, people: number[]): Promise<bigint> {
  const credits = await Promise.all(people.map((i) => rewards.creditOf(token, person(i))));
  return credits.reduce((sum, { owed }) => sum + owed, 0n);
}
