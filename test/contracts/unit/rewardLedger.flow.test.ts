import { expect } from "chai";
import { id } from "ethers";
import {
  type Attribution,
  accountNode,
  attribution,
  evenly,
  identityNode,
  type Share,
  WHOLE,
} from "../../support/attribution.ts";
import { fresh, impersonate } from "../../support/fixture.ts";
import { expectLeaf, hashOf, type Typed } from "../../support/leaves.ts";
import { finalized, moveTo, register } from "../../support/life.ts";
import { linked } from "../../support/links.ts";
import type { Protocol } from "../../support/protocol.ts";

const AZR = 10n ** 18n;
const ALICE = identityNode("github:alice");
const EMPTY: Attribution = { contributors: [], upstream: [] };

/** What each share of a pot is, by the formula of PROTOCOL section 4. */
function parts(pot: bigint, { contributors, upstream }: Attribution): { node: string; amount: bigint }[] {
  const split = (shares: Share[], amount: bigint) => {
    let cumulative = 0n;
    let paid = 0n;
    return shares.map(({ node, weight }) => {
      cumulative += BigInt(weight);
      const upTo = (amount * cumulative) / BigInt(WHOLE);
      const part = { node, amount: upTo - paid };
      paid = upTo;
      return part;
    });
  };
  const up = split(upstream, pot);
  return [...up, ...split(contributors, pot - up.reduce((sum, { amount }) => sum + amount, 0n))];
}

/** Of the enum `PotOrigin`. */
const [POOL, SETTLEMENT] = [0n, 1n];

describe("RewardLedger: settle and flow", () => {
  let protocol: Protocol;
  let azr: string;
  beforeEach(async () => {
    protocol = await fresh();
    azr = await protocol.token.getAddress();
  });

  /** An accepted work with its attribution, and a function that settles it. */
  async function accepted(
    work: Attribution,
    { evidence = id("work"), level = 3, from = protocol.person(0) } = {},
  ) {
    const contribution = await register(protocol, work, { evidence, from });
    await finalized(protocol, contribution, work, level);
    const { epoch } = await protocol.pov.workOf(contribution);
    const settle = async () => {
      await moveTo(protocol, await protocol.pov.sealableAt(epoch));
      return protocol.pov.settle(contribution, work);
    };
    return { contribution, settle };
  }

  const rows = (payments: { node: string; amount: bigint }[]) =>
    payments.map(({ node, amount }) => [node, amount, amount]);
  const words = (payments: { node: string; amount: bigint }[]): Typed[] =>
    payments.flatMap(({ node, amount }): Typed[] => [
      ["bytes32", node],
      ["uint256", amount],
      ["uint256", amount],
    ]);

  it("settles for ProofOfValue alone", async () => {
    const { rewards, person, timelock, registry } = protocol;
    const contracts = await Promise.all(
      [timelock, registry].map(async (it) => impersonate(protocol, await it.getAddress())),
    );
    for (const caller of [person(0), protocol.deployer, ...contracts]) {
      await expect(rewards.connect(caller).settle(ALICE, EMPTY, 1n))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NotProofOfValue")
        .withArgs(caller.address);
    }
  });

  it("AZ-04: splits a settlement among upstream pools first, then accounts and identities", async () => {
    const { rewards, person } = protocol;
    const first = attribution(evenly([accountNode(person(1))]));
    const cited = await accepted(first, { evidence: id("cited") });
    const work = attribution(
      [
        { node: accountNode(person(2)), weight: 333_333 },
        { node: accountNode(person(3)), weight: 333_333 },
        { node: ALICE, weight: 333_334 },
      ],
      [{ node: cited.contribution, weight: 123_457 }],
    );
    const { contribution, settle } = await accepted(work);
    const pot = 360n * AZR;
    const payments = parts(pot, work);
    expect(payments.reduce((sum, { amount }) => sum + amount, 0n)).to.equal(pot);
    await expect(settle())
      .to.emit(rewards, "Flowed")
      .withArgs(azr, contribution, SETTLEMENT, pot, pot, rows(payments));
    for (const { node, amount } of payments) {
      const held = node.startsWith("0x00")
        ? await rewards.creditOf(azr, `0x${node.slice(26)}`)
        : await rewards.poolOf(azr, node);
      expect([...held]).to.deep.equal([amount, amount], node);
    }
  });

  describe("flow", () => {
    it("AZ-04: moves a contribution's pool one hop, for anybody", async () => {
      const { rewards, person } = protocol;
      const base = attribution([
        { node: accountNode(person(1)), weight: 1 + 333_333 },
        { node: ALICE, weight: 666_666 },
      ]);
      const cited = await accepted(base, { evidence: id("cited") });
      const work = attribution(evenly([accountNode(person(2))]), [
        { node: cited.contribution, weight: 300_000 },
      ]);
      await (await accepted(work)).settle();
      const pot = 108n * AZR;
      expect([...(await rewards.poolOf(azr, cited.contribution))]).to.deep.equal([pot, pot]);
      const transaction = await rewards.connect(person(9)).flow(azr, cited.contribution, base);
      const payments = parts(pot, base);
      await expect(transaction)
        .to.emit(rewards, "Flowed")
        .withArgs(azr, cited.contribution, POOL, pot, pot, rows(payments));
      await expectLeaf(protocol, transaction, {
        kind: "Flowed",
        emitter: rewards,
        subject: cited.contribution,
        actor: person(9),
        dataHash: hashOf(
          ["address", azr],
          ["uint256", pot],
          ["uint256", pot],
          ["bytes32", hashOf(...words(payments))],
        ),
      });
      expect([...(await rewards.poolOf(azr, cited.contribution))]).to.deep.equal([0n, 0n]);
      await expect(rewards.flow(azr, cited.contribution, base))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NothingToFlow")
        .withArgs(azr, cited.contribution);
    });

    it("wants the registered attribution, and leaves the pool where it is otherwise", async () => {
      const { rewards, registry, person } = protocol;
      const base = attribution(evenly([accountNode(person(1))]));
      const cited = await accepted(base, { evidence: id("cited") });
      const work = attribution(evenly([accountNode(person(2))]), [
        { node: cited.contribution, weight: 300_000 },
      ]);
      await (await accepted(work)).settle();
      const stored = await registry.attributionHashOf(cited.contribution);
      for (const wrong of [EMPTY, work]) {
        await expect(rewards.flow(azr, cited.contribution, wrong))
          .to.be.revertedWithCustomError(rewards, "RewardLedger_AttributionMismatch")
          .withArgs(cited.contribution, (given: string) => given !== stored, stored);
      }
      expect((await rewards.poolOf(azr, cited.contribution)).amount).to.equal(108n * AZR);
    });

    it("AZ-04: moves a linked identity's pool to its account", async () => {
      const { rewards, person } = protocol;
      const work = attribution(evenly([ALICE]));
      await (await accepted(work)).settle();
      const pot = 360n * AZR;
      await expect(rewards.flow(azr, ALICE, EMPTY))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_IdentityNotLinked")
        .withArgs(ALICE);
      await linked(protocol, ALICE, person(4).address);
      const { contributors } = work;
      const cited = { contributors: EMPTY.contributors, upstream: contributors };
      for (const given of [work, cited, { contributors, upstream: contributors }])
        await expect(rewards.flow(azr, ALICE, given))
          .to.be.revertedWithCustomError(rewards, "RewardLedger_UnexpectedAttribution")
          .withArgs(ALICE);
      const transaction = await rewards.connect(person(9)).flow(azr, ALICE, EMPTY);
      const payments = [{ node: accountNode(person(4)), amount: pot }];
      await expect(transaction)
        .to.emit(rewards, "Flowed")
        .withArgs(azr, ALICE, POOL, pot, pot, rows(payments));
      await expectLeaf(protocol, transaction, {
        kind: "Flowed",
        emitter: rewards,
        subject: ALICE,
        actor: person(9),
        dataHash: hashOf(
          ["address", azr],
          ["uint256", pot],
          ["uint256", pot],
          ["bytes32", hashOf(...words(payments))],
        ),
      });
      expect([...(await rewards.creditOf(azr, person(4)))]).to.deep.equal([pot, pot]);
    });

    it("has nothing to move of an empty pool, and never moves an account's credit", async () => {
      const { rewards, person } = protocol;
      await expect(rewards.flow(azr, ALICE, EMPTY))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NothingToFlow")
        .withArgs(azr, ALICE);
      const work = attribution(evenly([accountNode(person(1))]));
      await (await accepted(work)).settle();
      const node = accountNode(person(1));
      await expect(rewards.flow(azr, node, work))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_CannotFlow")
        .withArgs(node);
      expect([...(await rewards.poolOf(azr, node))], "an account has a credit, not a pool").to.deep.equal([
        0n,
        0n,
      ]);
    });

    it("AZ-04: walks a chain of works in one batch, and loses nothing", async () => {
      const { rewards, person, token } = protocol;
      const one = attribution(evenly([accountNode(person(1)), accountNode(person(2)), ALICE]));
      const first = await accepted(one, { evidence: id("one") });
      const two = attribution(
        evenly([accountNode(person(3)), accountNode(person(4)), accountNode(person(5))]),
        [{ node: first.contribution, weight: 299_999 }],
      );
      const second = await accepted(two, { evidence: id("two") });
      const three = attribution(evenly([accountNode(person(6))]), [
        { node: second.contribution, weight: 111_111 },
      ]);
      const third = await accepted(three, { evidence: id("three") });
      await third.settle();
      await rewards.multicall([
        rewards.interface.encodeFunctionData("flow", [azr, second.contribution, two]),
        rewards.interface.encodeFunctionData("flow", [azr, first.contribution, one]),
      ]);
      let credited = (await rewards.poolOf(azr, ALICE)).amount;
      for (let index = 1; index <= 6; index++) credited += (await rewards.creditOf(azr, person(index))).owed;
      expect(credited).to.equal(360n * AZR);
      expect(await token.balanceOf(rewards)).to.equal(360n * AZR);
    });

    it("settles a work with 100 contributors and flows to as many", async () => {
      const { rewards } = protocol;
      const crowd = Array.from({ length: 100 }, (_, index) =>
        accountNode(`0x${(index + 1).toString(16).padStart(40, "ab")}`),
      );
      const work = attribution(evenly(crowd));
      const { contribution, settle } = await accepted(work);
      const transaction = await settle();
      await expect(transaction)
        .to.emit(rewards, "Flowed")
        .withArgs(azr, contribution, SETTLEMENT, 360n * AZR, 360n * AZR, rows(parts(360n * AZR, work)));
    });
  });
});
