import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate, nextAt, unhurried } from "../../support/fixture.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import { commitAll, draw, finalized, moveTo, register, revealAll, scored } from "../../support/life.ts";
import { deployProtocol, type Protocol, seatJudges } from "../../support/protocol.ts";

const AZR = 10n ** 18n;
const BUDGET = 1_000_000n * AZR;
const [ACCEPTED, SETTLED] = [5n, 6n];

/** A price cap so high that budgets decide. */
async function dear(): Promise<Protocol> {
  const protocol = await deployProtocol((local) => {
    const { rules, ...rest } = unhurried(local);
    const cap = { ...rules.PointPriceCap, value: 10 ** 9 };
    const threshold = { ...rules.SeatThreshold, value: 512 * 10 ** 9 };
    return { ...rest, rules: { ...rules, PointPriceCap: cap, SeatThreshold: threshold } };
  });
  await seatJudges(protocol);
  return protocol;
}

describe("ProofOfValue: epochs and settlement", () => {
  let protocol: Protocol;
  let work: Attribution;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
  });

  const accepted = async (level: number, evidence = id(`level ${level}`)) => {
    const contribution = await register(protocol, work, { evidence });
    await finalized(protocol, contribution, work, level);
    return contribution;
  };

  /** From registration to `Scored`, all in the same days. */
  async function judgedTogether(works: string[], levelOf: (work: string) => number): Promise<void> {
    const { pov } = protocol;
    const levels = (it: string) => Array<number>(7).fill(levelOf(it));
    for (const it of works) await draw(protocol, it);
    for (const it of works) await commitAll(protocol, it, levels(it));
    const rounds = await Promise.all(works.map(async (it) => pov.roundOf(it, 1)));
    await moveTo(protocol, rounds.at(-1)?.commitEnd ?? 0n);
    for (const it of works) await revealAll(protocol, it, levels(it), work);
    await moveTo(protocol, rounds.at(-1)?.revealEnd ?? 0n);
    for (const it of works) await pov.score(it);
  }

  const epochOf = async (contribution: string) => (await protocol.pov.workOf(contribution)).epoch;

  it("told at its deployment when epochs start and how long they are", async () => {
    const { pov, parameters, ethers } = protocol;
    const [event] = await pov.queryFilter(pov.filters.EpochsStarted);
    const block = await ethers.provider.getBlock(event?.blockNumber ?? 0);
    expect(event?.args.genesisTime).to.equal(BigInt(block?.timestamp ?? 0));
    expect(event?.args.epochLength).to.equal(BigInt(parameters.epochLength));
    expect(await pov.GENESIS_TIME()).to.equal(event?.args.genesisTime);
  });

  it("a work joins the epoch in which its window ended, whichever that is", async () => {
    const { pov } = protocol;
    await moveTo(protocol, (await pov.GENESIS_TIME()) + 3n * (await pov.EPOCH_LENGTH()));
    const contribution = await accepted(3);
    const { epoch, late } = await pov.workOf(contribution);
    expect(epoch).to.equal(await pov.epochAt(await pov.challengeEndOf(contribution)));
    expect(epoch).to.be.at.least(3n);
    expect(late).to.equal(false);
    expect(await pov.epochOf(epoch)).to.deep.equal([4n, false]);
    expect((await pov.epochOf(0)).isSealed).to.equal(false);
  });

  it("epochs are half open", async () => {
    const { pov, parameters } = protocol;
    const start = await pov.GENESIS_TIME();
    const length = await pov.EPOCH_LENGTH();
    expect(length).to.equal(BigInt(parameters.epochLength));
    expect(await pov.epochAt(start)).to.equal(0n);
    expect(await pov.epochAt(start + length - 1n)).to.equal(0n);
    expect(await pov.epochAt(start + length)).to.equal(1n);
    expect(await pov.sealableAt(0)).to.equal(start + length + BigInt(parameters.rules.SealDelay.value));
  });

  describe("sealEpoch", () => {
    it("fixes points and rate at the second its delay ends, not before, and once", async () => {
      const { pov, connection } = protocol;
      const contribution = await accepted(3);
      const epoch = await epochOf(contribution);
      const from = await pov.sealableAt(epoch);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, from - 1n);
      await expect(pov.sealEpoch(epoch))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_EpochNotSealed")
        .withArgs(epoch, from);
      await snapshot.restore();
      await nextAt(protocol, from);
      await expect(pov.sealEpoch(epoch))
        .to.emit(pov, "EpochSealed")
        .withArgs(epoch, 4, BUDGET, BUDGET / 4n);
      expect(await pov.epochOf(epoch)).to.deep.equal([4n, true]);
      await expect(pov.sealEpoch(epoch))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_EpochAlreadySealed")
        .withArgs(epoch);
    });

    it("seals an epoch without points", async () => {
      const { pov } = protocol;
      await moveTo(protocol, await pov.sealableAt(0));
      await expect(pov.sealEpoch(0)).to.emit(pov, "EpochSealed").withArgs(0, 0, BUDGET, 0);
    });
  });

  describe("settle", () => {
    it("AZ-02: mints points times rate, a tenth of it to the fund", async () => {
      const { pov, token, fund, rewards, person } = protocol;
      const contribution = await accepted(3);
      const epoch = await epochOf(contribution);
      await moveTo(protocol, await pov.sealableAt(epoch));
      const transaction = await pov.connect(person(9)).settle(contribution, work);
      const rate = 100n * AZR;
      await expect(transaction)
        .to.emit(pov, "EpochSealed")
        .withArgs(epoch, 4, BUDGET, BUDGET / 4n);
      await expect(transaction)
        .to.emit(pov, "Settled")
        .withArgs(contribution, epoch, 4, rate, 4n * rate, (4n * rate) / 10n);
      await expect(transaction).to.changeTokenBalances(
        protocol.ethers,
        token,
        [fund, rewards],
        [40n * AZR, 360n * AZR],
      );
      const payments = hashOf(
        ["bytes32", accountNode(person(1))],
        ["uint256", 360n * AZR],
        ["uint256", 360n * AZR],
      );
      await expectLeaf(protocol, transaction, {
        kind: "Settled",
        emitter: pov,
        subject: contribution,
        actor: person(9),
        dataHash: hashOf(
          ["uint32", epoch],
          ["uint256", rate],
          ["uint256", 4n * rate],
          ["uint256", (4n * rate) / 10n],
          ["bytes32", payments],
        ),
      });
      const state = await pov.workOf(contribution);
      expect(state.phase).to.equal(SETTLED);
      expect(await pov.isAccepted(contribution)).to.equal(true);
    });

    it("AZ-02: gives the fund the tenth rounded down, to the wei", async () => {
      protocol = await fresh(dear);
      work = attribution(evenly([accountNode(protocol.person(1))]));
      const { pov, token, fund } = protocol;
      // 3 x 512 + 1 points in one epoch: the budget does not divide, and neither do the amounts.
      const works: string[] = [];
      for (let index = 0; index < 4; index++)
        works.push(await register(protocol, work, { evidence: id(`${index}`) }));
      await judgedTogether(works, (it) => (it === works[0] ? 1 : 10));
      await moveTo(protocol, await pov.challengeEndOf(works.at(-1) ?? ""));
      for (const it of works) await pov.finalize(it);
      const epoch = await epochOf(works[0] ?? "");
      const [points] = await pov.epochOf(epoch);
      expect(points).to.equal(3n * 512n + 1n);
      await moveTo(protocol, await pov.sealableAt(epoch));
      for (const it of works) {
        const before = { supply: await token.totalSupply(), fund: await token.balanceOf(fund) };
        await pov.settle(it, work);
        const amount = (await token.totalSupply()) - before.supply;
        expect(amount % 10n, "does not divide by ten").not.to.equal(0n);
        expect((await token.balanceOf(fund)) - before.fund).to.equal(amount / 10n);
      }
      expect(BUDGET - (await token.totalSupply()), "less than a wei for each point is left").to.be.lessThan(
        points,
      );
    });

    it("wants the epoch to be over and its delay as well", async () => {
      const { pov, connection } = protocol;
      const contribution = await accepted(3);
      const epoch = await epochOf(contribution);
      const from = await pov.sealableAt(epoch);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, from - 1n);
      await expect(pov.settle(contribution, work))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_EpochNotSealed")
        .withArgs(epoch, from);
      await snapshot.restore();
      await nextAt(protocol, from);
      await pov.settle(contribution, work);
    });

    it("AZ-08: settles once, and only what was accepted", async () => {
      const { pov } = protocol;
      const scoredWork = await register(protocol, work);
      await scored(protocol, scoredWork, work);
      await expect(pov.settle(scoredWork, work))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(scoredWork, 3n, ACCEPTED);
      const contribution = await accepted(3);
      await moveTo(protocol, await pov.sealableAt(await epochOf(contribution)));
      await pov.settle(contribution, work);
      await expect(pov.settle(contribution, work))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, SETTLED, ACCEPTED);
    });

    it("wants the registered attribution", async () => {
      const { pov, rewards, registry, person } = protocol;
      const contribution = await accepted(3);
      await moveTo(protocol, await pov.sealableAt(await epochOf(contribution)));
      const other = attribution(evenly([accountNode(person(2))]));
      await expect(pov.settle(contribution, other))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_AttributionMismatch")
        .withArgs(
          contribution,
          (given: string) => given.length === 66,
          await registry.attributionHashOf(contribution),
        );
    });

    it("goes on through a batch of settlements", async () => {
      const { pov, token } = protocol;
      const works = [await accepted(1), await accepted(2)];
      for (const it of works) await moveTo(protocol, await pov.sealableAt(await epochOf(it)));
      await pov.multicall(works.map((it) => pov.interface.encodeFunctionData("settle", [it, work])));
      expect(await token.totalSupply()).to.equal(300n * AZR);
    });
  });

  describe("late finalization", () => {
    /** A work whose window ended in a crowded epoch, finalized after that epoch's seal. */
    async function late({ crowd, sealFirst }: { crowd: number; sealFirst: boolean }) {
      protocol = await fresh(dear);
      work = attribution(evenly([accountNode(protocol.person(1))]));
      const { pov } = protocol;
      const straggler = await register(protocol, work, { evidence: id("straggler") });
      const others: string[] = [];
      for (let index = 0; index < crowd; index++) {
        others.push(
          await register(protocol, work, {
            evidence: id(`crowd ${index}`),
            from: protocol.person(2 + index),
          }),
        );
      }
      await judgedTogether([straggler, ...others], (it) => (it === straggler ? 1 : 10));
      const end = await pov.challengeEndOf(straggler);
      const epoch = await pov.epochAt(end);
      const ends = await Promise.all(others.map(async (it) => pov.challengeEndOf(it)));
      for (const [index, it] of others.entries()) {
        await moveTo(protocol, ends[index] ?? 0n);
        await pov.finalize(it);
      }
      await moveTo(protocol, await pov.sealableAt(epoch));
      if (sealFirst) await pov.sealEpoch(epoch);
      return { straggler, epoch };
    }

    it("joins the present epoch once its own is sealed", async () => {
      const { straggler, epoch } = await late({ crowd: 0, sealFirst: true });
      const { pov } = protocol;
      const transaction = await pov.finalize(straggler);
      const present = await pov.epochAt((await transaction.getBlock())?.timestamp ?? 0);
      expect(present > epoch).to.equal(true);
      await expect(transaction).to.emit(pov, "Finalized").withArgs(straggler, 1, 1, 1, 1, present, true);
      expect(await pov.epochOf(epoch)).to.deep.equal([0n, true]);
      expect(await pov.epochOf(present)).to.deep.equal([1n, false]);
    });

    it("seals its own epoch if it could be sealed, so that what it missed is fixed", async () => {
      const { straggler, epoch } = await late({ crowd: 0, sealFirst: false });
      await protocol.pov.finalize(straggler);
      const { late: isLate, epoch: joined } = await protocol.pov.workOf(straggler);
      expect([isLate, joined > epoch]).to.deep.equal([true, true]);
      expect(await protocol.pov.epochOf(epoch)).to.deep.equal([0n, true]);
    });

    it("joins its own epoch in the last second before the seal", async () => {
      protocol = await fresh();
      const { pov } = protocol;
      const contribution = await register(protocol, work);
      await scored(protocol, contribution, work);
      const epoch = await pov.epochAt(await pov.challengeEndOf(contribution));
      await nextAt(protocol, (await pov.sealableAt(epoch)) - 1n);
      await pov.finalize(contribution);
      const { late: isLate, epoch: joined } = await pov.workOf(contribution);
      expect([isLate, joined]).to.deep.equal([false, epoch]);
    });

    it("is paid at the lower of the two rates: that of the missed epoch", async () => {
      // Three times 512 points share a million: less than the cap of 1,000 AZR a point.
      const { straggler, epoch } = await late({ crowd: 3, sealFirst: true });
      const { pov } = protocol;
      const [points] = await pov.epochOf(epoch);
      expect(points > 1_000n, "a crowded epoch").to.equal(true);
      await pov.finalize(straggler);
      const { epoch: joined } = await pov.workOf(straggler);
      await moveTo(protocol, await pov.sealableAt(joined));
      // In time it would have been one point more.
      const rate = BUDGET / (points + 1n);
      expect(rate < 1_000n * AZR).to.equal(true);
      await expect(pov.settle(straggler, work))
        .to.emit(pov, "Settled")
        .withArgs(straggler, joined, 1, rate, rate, rate / 10n);
    });

    it("is paid at the lower of the two rates: that of the epoch it joined", async () => {
      const { straggler } = await late({ crowd: 0, sealFirst: true });
      const { pov } = protocol;
      const others: string[] = [];
      for (let index = 0; index < 3; index++) {
        others.push(
          await register(protocol, work, {
            evidence: id(`next ${index}`),
            from: protocol.person(12 + index),
          }),
        );
      }
      await judgedTogether(others, () => 10);
      const ends = await Promise.all(others.map(async (it) => pov.challengeEndOf(it)));
      for (const [index, it] of others.entries()) {
        await moveTo(protocol, ends[index] ?? 0n);
        await pov.finalize(it);
      }
      // The crowd's epoch is the present one, as their windows have just ended.
      await pov.finalize(straggler);
      const { epoch: joined, late: isLate } = await pov.workOf(straggler);
      expect(isLate).to.equal(true);
      const [points] = await pov.epochOf(joined);
      await moveTo(protocol, await pov.sealableAt(joined));
      const cap = 1_000n * AZR;
      const rate = BUDGET / points < cap ? BUDGET / points : cap;
      expect(rate < cap).to.equal(true);
      await expect(pov.settle(straggler, work))
        .to.emit(pov, "Settled")
        .withArgs(straggler, joined, 1, rate, rate, rate / 10n);
    });
  });

  it("AZ-01: a sealed epoch stays sealed, whatever becomes of the delay", async () => {
    const { pov, constitution, timelock } = protocol;
    await moveTo(protocol, await pov.sealableAt(0));
    await pov.sealEpoch(0);
    const byTimelock = constitution.connect(await impersonate(protocol, await timelock.getAddress()));
    await byTimelock.amend(Rule.SealDelay, 604_800, id("why"));
    expect(await pov.epochOf(0)).to.deep.equal([0n, true]);
    await expect(pov.sealEpoch(0))
      .to.be.revertedWithCustomError(pov, "ProofOfValue_EpochAlreadySealed")
      .withArgs(0);
  });
});
