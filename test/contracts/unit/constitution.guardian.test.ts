import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { votedOn } from "../../support/disputes.ts";
import { fresh, impersonate, nextAt, now, unguarded } from "../../support/fixture.ts";
import { expectLeaf, hashOf, subjectOf } from "../../support/leaves.ts";
import { finalized, register } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { throughTimelock } from "../../support/timelock.ts";

const DAY = 86_400n;
const YEAR = 365n * DAY;
const REASON = id("why new works must wait");

describe("Constitution: the guardian", () => {
  let protocol: Protocol;
  let work: Attribution;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
  });

  const guardian = () => protocol.ethers.getSigner(protocol.parameters.guardian ?? ZeroAddress);
  const asGuardian = async () => protocol.constitution.connect(await guardian());
  const asTimelock = async () => {
    const { constitution, timelock } = protocol;
    return constitution.connect(await impersonate(protocol, await timelock.getAddress()));
  };
  /** Stops from the next second on. @returns the first second that is open again */
  async function stopped(duration = 7n * DAY): Promise<bigint> {
    const start = (await now(protocol)) + 1n;
    await nextAt(protocol, start);
    await (await asGuardian()).stop(duration, REASON);
    return start + duration;
  }

  describe("the office", () => {
    it("is held from the deployment on, for a year", async () => {
      const { constitution, parameters, ethers } = protocol;
      const [event] = await constitution.queryFilter(constitution.filters.GuardianSet);
      const created = await ethers.provider.getBlock(event?.blockNumber ?? 0);
      const termEnd = BigInt(created?.timestamp ?? 0) + YEAR;
      expect(event?.args).to.deep.equal([parameters.guardian, termEnd]);
      expect(await constitution.guardian()).to.deep.equal([parameters.guardian, termEnd, 0n]);
    });

    it("can be empty at deployment, and then nobody stops anything", async () => {
      const { constitution, person } = await fresh(unguarded);
      expect(await constitution.guardian()).to.deep.equal([ZeroAddress, 0n, 0n]);
      await expect(constitution.connect(person(0)).stop(DAY, REASON))
        .to.be.revertedWithCustomError(constitution, "Constitution_NotGuardian")
        .withArgs(person(0).address);
      expect(await constitution.queryFilter(constitution.filters.GuardianSet)).to.deep.equal([]);
    });

    it("is given, renewed and taken by the timelock, with a record of each", async () => {
      const { constitution, timelock, person } = protocol;
      const next = person(20).address;
      for (const account of [next, next, ZeroAddress]) {
        const data = constitution.interface.encodeFunctionData("setGuardian", [account]);
        const transaction = await throughTimelock(protocol, constitution, data);
        const termEnd = account === ZeroAddress ? 0n : (await now(protocol)) + YEAR;
        await expect(transaction).to.emit(constitution, "GuardianSet").withArgs(account, termEnd);
        await expectLeaf(protocol, transaction, {
          kind: "GuardianSet",
          emitter: constitution,
          subject: subjectOf(account),
          actor: timelock,
          dataHash: hashOf(["uint40", termEnd]),
        });
        expect(await constitution.guardian()).to.deep.equal([account, termEnd, 0n]);
      }
    });

    it("AZ-14: is for the timelock alone to give, and not for the guardian to keep", async () => {
      const { constitution, deployer, proposer, attestor, person } = protocol;
      for (const caller of [deployer, proposer, attestor, person(0), await guardian()]) {
        await expect(constitution.connect(caller).setGuardian(caller))
          .to.be.revertedWithCustomError(constitution, "Constitution_NotTimelock")
          .withArgs(caller.address);
      }
    });

    it("ends by itself: the last second of the term counts, the next one does not", async () => {
      const { constitution } = protocol;
      const [, termEnd] = await constitution.guardian();
      await nextAt(protocol, termEnd);
      await expect((await asGuardian()).stop(DAY, REASON))
        .to.be.revertedWithCustomError(constitution, "Constitution_TermEnded")
        .withArgs(termEnd, termEnd);
      // Hardhat mines a refused transaction too; so the other side of the second needs a fresh chain.
      protocol = await fresh();
      await nextAt(protocol, termEnd - 1n);
      await (await asGuardian()).stop(DAY, REASON);
      expect(await protocol.pov.stoppedUntil()).to.equal(termEnd - 1n + DAY);
    });
  });

  describe("stop", () => {
    it("says who, until when and why, and records it", async () => {
      const { constitution, pov } = protocol;
      const account = await guardian();
      const at = (await now(protocol)) + 1n;
      await nextAt(protocol, at);
      const transaction = await constitution.connect(account).stop(2n * DAY, REASON);
      await expect(transaction)
        .to.emit(constitution, "Stopped")
        .withArgs(account.address, at + 2n * DAY, REASON);
      await expectLeaf(protocol, transaction, {
        kind: "Stopped",
        emitter: constitution,
        subject: hashOfNumber(at + 2n * DAY),
        actor: account,
        dataHash: hashOf(["bytes32", REASON]),
      });
      expect(await pov.stoppedUntil()).to.equal(at + 2n * DAY);
      const [, , nextStopAt] = await constitution.guardian();
      expect(nextStopAt).to.equal(at + 30n * DAY);
    });

    it("closes registrations until its last second, and not longer", async () => {
      const { pov, registry } = protocol;
      const until = await stopped();
      const value = await registry.bondRequired();
      const attempt = () => registry.register(id("evidence"), work, "", { value });
      await nextAt(protocol, until - 1n);
      await expect(attempt())
        .to.be.revertedWithCustomError(pov, "ProofOfValue_Stopped")
        .withArgs(until - 1n, until);
      await nextAt(protocol, until);
      await attempt();
      expect(await pov.openRounds()).to.equal(1n);
    });

    it("closes reopenings as well", async () => {
      const { pov, registry, person } = protocol;
      const node = await register(protocol, work);
      const bond = await registry.bondOf(node);
      for (let round = 0; round < 2; round++) {
        await votedOn(protocol, node, work, Array<null>(7).fill(null));
        await pov.score(node);
      }
      const until = await stopped();
      const reopen = () => registry.connect(person(8)).reopen(node, { value: bond });
      await expect(reopen()).to.be.revertedWithCustomError(pov, "ProofOfValue_Stopped");
      await nextAt(protocol, until);
      await reopen();
      expect((await pov.workOf(node)).opening).to.equal(2n);
    });

    it("AZ-09: holds up nothing else: what is in is judged, paid and withdrawn", async () => {
      const { pov, rewards, token, person } = protocol;
      const node = await register(protocol, work);
      const until = await stopped();
      await finalized(protocol, node, work);
      expect(await now(protocol)).to.be.lessThan(until);
      const [, , nextStopAt] = await protocol.constitution.guardian();
      await nextAt(protocol, nextStopAt);
      await (await asGuardian()).stop(7n * DAY, REASON);
      await pov.settle(node, work);
      await rewards.connect(person(1)).withdraw(token, person(1));
      expect(await token.balanceOf(person(1))).to.be.greaterThan(0n);
    });

    it("comes once in 30 days, whoever is guardian", async () => {
      const { constitution, person } = protocol;
      await stopped(1n);
      const [, , nextStopAt] = await constitution.guardian();
      await (await asTimelock()).setGuardian(person(20));
      const again = () => constitution.connect(person(20)).stop(DAY, REASON);
      await nextAt(protocol, nextStopAt - 1n);
      await expect(again())
        .to.be.revertedWithCustomError(constitution, "Constitution_StoppedLately")
        .withArgs(nextStopAt - 1n, nextStopAt);
      await nextAt(protocol, nextStopAt);
      await again();
      expect(await protocol.pov.stoppedUntil()).to.equal(nextStopAt + DAY);
    });

    it("lasts a second at least and 7 days at most, and needs a reason", async () => {
      const constitution = await asGuardian();
      for (const duration of [0n, 7n * DAY + 1n]) {
        await expect(constitution.stop(duration, REASON))
          .to.be.revertedWithCustomError(constitution, "Constitution_InvalidStop")
          .withArgs(duration, 7n * DAY);
      }
      await expect(constitution.stop(DAY, ZeroHash)).to.be.revertedWithCustomError(
        constitution,
        "Constitution_MissingStopReason",
      );
    });

    it("AZ-14: is for the guardian alone, and ProofOfValue hears the Constitution alone", async () => {
      const { constitution, pov, deployer, proposer, attestor, person } = protocol;
      const timelock = await impersonate(protocol, await protocol.timelock.getAddress());
      for (const caller of [deployer, proposer, attestor, person(0), timelock]) {
        await expect(constitution.connect(caller).stop(DAY, REASON))
          .to.be.revertedWithCustomError(constitution, "Constitution_NotGuardian")
          .withArgs(caller.address);
        await expect(pov.connect(caller).stop(2n ** 40n - 1n))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_NotConstitution")
          .withArgs(caller.address);
      }
      await expect(pov.connect(await guardian()).stop(0n)).to.be.revertedWithCustomError(
        pov,
        "ProofOfValue_NotConstitution",
      );
    });
  });

  describe("liftStop", () => {
    it("opens registrations at once, for the guardian and for the timelock", async () => {
      const { pov } = protocol;
      const timelock = await impersonate(protocol, await protocol.timelock.getAddress());
      for (const by of [await guardian(), timelock]) {
        protocol = await fresh();
        await impersonate(protocol, timelock.address);
        const until = await stopped();
        const constitution = protocol.constitution.connect(by);
        const transaction = await constitution.liftStop();
        const at = await now(protocol);
        await expect(transaction).to.emit(constitution, "StopLifted").withArgs(by.address, until);
        await expectLeaf(protocol, transaction, {
          kind: "StopLifted",
          emitter: constitution,
          subject: hashOfNumber(at),
          actor: by,
          dataHash: hashOf(["uint40", until]),
        });
        expect(await pov.stoppedUntil()).to.equal(at);
        await register(protocol, work);
        expect(await pov.openRounds()).to.equal(1n);
      }
    });

    it("gives no second stop sooner", async () => {
      const constitution = await asGuardian();
      await stopped();
      await constitution.liftStop();
      await expect(constitution.stop(DAY, REASON)).to.be.revertedWithCustomError(
        constitution,
        "Constitution_StoppedLately",
      );
    });

    it("needs a stop that goes on", async () => {
      const constitution = await asGuardian();
      await expect(constitution.liftStop()).to.be.revertedWithCustomError(
        constitution,
        "Constitution_NotStopped",
      );
      const until = await stopped();
      await nextAt(protocol, until);
      await expect(constitution.liftStop())
        .to.be.revertedWithCustomError(constitution, "Constitution_NotStopped")
        .withArgs(until, until);
    });

    it("is for nobody else, nor for who was guardian before", async () => {
      const { constitution, person } = protocol;
      await stopped();
      await expect(constitution.connect(person(0)).liftStop())
        .to.be.revertedWithCustomError(constitution, "Constitution_MayNotLift")
        .withArgs(person(0).address);
      await (await asTimelock()).setGuardian(person(20));
      await expect((await asGuardian()).liftStop()).to.be.revertedWithCustomError(
        constitution,
        "Constitution_MayNotLift",
      );
    });
  });
});

const hashOfNumber = (value: bigint): string => `0x${value.toString(16).padStart(64, "0")}`;
