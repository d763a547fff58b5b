import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { AbiCoder, id, keccak256, toBeHex, ZeroHash } from "ethers";
import {
  type Attribution,
  accountNode,
  attribution,
  evenly,
  hashShares,
  identityNode,
} from "../../support/attribution.ts";
import { fresh, impersonate, nextAt } from "../../support/fixture.ts";
import { ballotOf, commitAll, draw, moveTo, panelOf, RATIONALE, register } from "../../support/life.ts";
import { attest, NO_DEADLINE } from "../../support/links.ts";
import type { Protocol } from "../../support/protocol.ts";

const [ARMED, VOTING] = [1n, 2n];
const ALICE = identityNode("github:alice");
const COMMITMENT = id("commitment");

describe("ProofOfValue: votes", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let upstreamHash: string;
  let panel: Awaited<ReturnType<typeof panelOf>>;
  let commitEnd: bigint;
  let revealEnd: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1)), ALICE]));
    upstreamHash = hashShares(work.upstream);
    contribution = await register(protocol, work);
    await draw(protocol, contribution);
    panel = await panelOf(protocol, contribution);
    ({ commitEnd, revealEnd } = await protocol.pov.roundOf(contribution, 1));
  });

  const judge = (position: number) => {
    const found = panel[position];
    if (found === undefined) throw new RangeError(`There is no judge at ${position}.`);
    return found;
  };
  const commit = (position: number, commitment = COMMITMENT, from = judge(position)) =>
    protocol.pov.connect(from).commit(contribution, position, commitment);
  const reveal = (ballot: ReturnType<typeof ballotOf>, from = protocol.person(9)) =>
    protocol.pov.connect(from).reveal(contribution, ballot, work.contributors, upstreamHash);

  describe("commit", () => {
    it("AZ-06: stores a commitment and nothing else", async () => {
      const { pov } = protocol;
      await expect(commit(0))
        .to.emit(pov, "Committed")
        .withArgs(contribution, 1, judge(0).address, COMMITMENT);
      expect(await pov.voteOf(contribution, 1, judge(0))).to.equal(COMMITMENT);
      expect((await pov.roundOf(contribution, 1)).votes).to.equal(0n);
    });

    it("AZ-06: binds chain, contract, work, round, judge, level, rationale and salt", async () => {
      const { pov, ethers } = protocol;
      const ballot = ballotOf(judge(0).address, 5);
      const { chainId } = await ethers.provider.getNetwork();
      const preimage = AbiCoder.defaultAbiCoder().encode(
        ["uint256", "address", "bytes32", "uint16", "address", "uint8", "bytes32", "bytes32"],
        [chainId, await pov.getAddress(), contribution, 1, ballot.validator, 5, RATIONALE, ballot.salt],
      );
      expect(await pov.commitmentOf(contribution, 1, ballot)).to.equal(keccak256(preimage));
    });

    it("may be replaced as long as the window is open", async () => {
      await commit(0);
      await commit(0, id("second thoughts"));
      expect(await protocol.pov.voteOf(contribution, 1, judge(0))).to.equal(id("second thoughts"));
    });

    it("is taken in the last second of its window, not at its end", async () => {
      const { pov, connection } = protocol;
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, commitEnd - 1n);
      await commit(0);
      await snapshot.restore();
      await nextAt(protocol, commitEnd);
      await expect(commit(0))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_CommitClosed")
        .withArgs(commitEnd, commitEnd);
    });

    it("AZ-06: refuses what could be mistaken for an opened vote, or for one that has leaked", async () => {
      const { pov } = protocol;
      for (const value of [0, 1, 11, 12]) {
        await expect(commit(0, toBeHex(value, 32)))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_InvalidCommitment")
          .withArgs(toBeHex(value, 32));
      }
      await commit(0, toBeHex(13, 32));
    });

    it("is for the judge at that position alone", async () => {
      const { pov, person } = protocol;
      for (const [from, position] of [
        [person(0), 0],
        [judge(1), 0],
        [judge(0), 7],
        [judge(0), 2n ** 255n],
      ] as const) {
        await expect(pov.connect(from).commit(contribution, position, COMMITMENT))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_NotOnPanel")
          .withArgs(contribution, from.address, position);
      }
    });

    it("wants a drawn round", async () => {
      const { pov } = protocol;
      const armed = await register(protocol, work, { evidence: id("armed") });
      await expect(pov.connect(judge(0)).commit(armed, 0, COMMITMENT))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(armed, ARMED, VOTING);
    });

    it("comes in batches, for several works in one transaction", async () => {
      const { pov } = protocol;
      const other = await register(protocol, work, { evidence: id("other") });
      await draw(protocol, other);
      const there = await panelOf(protocol, other);
      const both = panel.find(({ address }) => there.some((it) => it.address === address));
      const calls = [contribution, other].flatMap((it, index) => {
        const position = (index === 0 ? panel : there).findIndex(({ address }) => address === both?.address);
        return position < 0 ? [] : [pov.interface.encodeFunctionData("commit", [it, position, COMMITMENT])];
      });
      const from = both ?? judge(0);
      if (both === undefined)
        calls.push(pov.interface.encodeFunctionData("commit", [contribution, 0, COMMITMENT]));
      await pov.connect(from).multicall(calls);
      expect(await pov.voteOf(contribution, 1, from)).to.equal(COMMITMENT);
    });
  });

  describe("reveal", () => {
    beforeEach(async () => {
      await commitAll(protocol, contribution, [5, 6, 10, 0, null, null, null]);
    });

    it("AZ-06: opens the committed vote, by anybody who knows the salt", async () => {
      const { pov, person } = protocol;
      await moveTo(protocol, commitEnd);
      const ballot = ballotOf(judge(0).address, 5);
      await expect(reveal(ballot, person(9)))
        .to.emit(pov, "Revealed")
        .withArgs(contribution, 1, judge(0).address, 5, RATIONALE);
      expect(await pov.voteOf(contribution, 1, judge(0))).to.equal(toBeHex(6, 32));
      await reveal(ballotOf(judge(2).address, 10));
      await reveal(ballotOf(judge(3).address, 0));
      const { votes } = await pov.roundOf(contribution, 1);
      expect(votes).to.equal((1n << 40n) | (1n << 80n) | 1n);
    });

    it("AZ-06: is refused before its window and after it, and taken in its first and last second", async () => {
      const { pov, connection } = protocol;
      const ballot = ballotOf(judge(0).address, 5);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      for (const second of [commitEnd - 1n, revealEnd]) {
        await nextAt(protocol, second);
        await expect(reveal(ballot))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_RevealClosed")
          .withArgs(second, commitEnd, revealEnd);
        await snapshot.restore();
      }
      for (const second of [commitEnd, revealEnd - 1n]) {
        await nextAt(protocol, second);
        await reveal(ballot);
        await snapshot.restore();
      }
    });

    it("AZ-06: is refused a second time, and for whoever did not commit", async () => {
      const { pov } = protocol;
      await moveTo(protocol, commitEnd);
      await reveal(ballotOf(judge(0).address, 5));
      for (const position of [0, 4]) {
        await expect(reveal(ballotOf(judge(position).address, 5)))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_NoMatchingCommitment")
          .withArgs(contribution, judge(position).address);
      }
    });

    it("AZ-06: is refused with another level, rationale, salt or judge", async () => {
      const { pov } = protocol;
      await moveTo(protocol, commitEnd);
      const right = ballotOf(judge(0).address, 5);
      for (const wrong of [
        { ...right, level: 6 },
        { ...right, rationaleHash: ZeroHash },
        { ...right, salt: ZeroHash },
        { ...right, validator: judge(1).address },
      ]) {
        await expect(reveal(wrong))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_NoMatchingCommitment")
          .withArgs(contribution, wrong.validator);
      }
    });

    it("refuses a level above 10", async () => {
      const { pov } = protocol;
      const ballot = { ...ballotOf(judge(4).address, 11) };
      await commit(4, await pov.commitmentOf(contribution, 1, ballot));
      await moveTo(protocol, commitEnd);
      await expect(reveal(ballot))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_InvalidLevel")
        .withArgs(11);
    });

    it("wants a drawn round", async () => {
      const { pov } = protocol;
      const armed = await register(protocol, work, { evidence: id("armed") });
      const call = pov.reveal(armed, ballotOf(judge(0).address, 5), work.contributors, upstreamHash);
      await expect(call)
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(armed, ARMED, VOTING);
    });

    it("comes in batches, several judges' votes in one transaction", async () => {
      const { pov } = protocol;
      await moveTo(protocol, commitEnd);
      const ballots = [5, 6, 10].map((level, position) => ballotOf(judge(position).address, level));
      await pov.multicall(
        ballots.map((ballot) =>
          pov.interface.encodeFunctionData("reveal", [contribution, ballot, work.contributors, upstreamHash]),
        ),
      );
      const { votes } = await pov.roundOf(contribution, 1);
      expect(votes).to.equal((1n << 40n) | (1n << 48n) | (1n << 80n));
    });

    it("AZ-05: refuses the vote of a judge who has become a party since", async () => {
      const { pov } = protocol;
      const { constitution, timelock, registry, attestor } = protocol;
      const byTimelock = constitution.connect(await impersonate(protocol, await timelock.getAddress()));
      await byTimelock.amend(Rule.LinkDelay, 0, id("why"));
      const attestation = await attest(protocol, attestor, ALICE, judge(0).address);
      await registry.link(ALICE, judge(0).address, NO_DEADLINE, [attestation]);
      await moveTo(protocol, commitEnd);
      await expect(reveal(ballotOf(judge(0).address, 5)))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_PartyVote")
        .withArgs(contribution, judge(0).address);
      await reveal(ballotOf(judge(1).address, 6));
    });

    it("AZ-05: refuses the vote of the registrant, and of an account credited 5%", async () => {
      const { pov } = protocol;
      const [evidence, other] = [id("by a judge"), id("for a judge")];
      const credited = attribution(evenly([accountNode(judge(1))]));
      for (const attempt of [
        { work, from: judge(0), evidence, party: judge(0).address },
        { work: credited, from: protocol.person(0), evidence: other, party: judge(1).address },
      ]) {
        const found = await onPanel(attempt.work, attempt.from, attempt.evidence, attempt.party);
        const ballot = ballotOf(attempt.party, 5);
        await moveTo(protocol, (await pov.roundOf(found, 1)).commitEnd);
        await expect(pov.reveal(found, ballot, attempt.work.contributors, hashShares([])))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_PartyVote")
          .withArgs(found, attempt.party);
        expect((await pov.roundOf(found, 1)).votes).to.equal(0n);
      }
    });

    it("AZ-05: cannot hide a party behind other contributors", async () => {
      const { pov, registry } = protocol;
      await moveTo(protocol, commitEnd);
      const others = evenly([accountNode(protocol.person(5))]);
      const stored = await registry.attributionHashOf(contribution);
      await expect(pov.reveal(contribution, ballotOf(judge(0).address, 5), others, upstreamHash))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_AttributionMismatch")
        .withArgs(contribution, (given: string) => given !== stored, stored);
    });
  });

  /** Registers works until one has `member` on its panel, who commits there to level 5. */
  async function onPanel(
    { contributors, upstream }: Attribution,
    from: ReturnType<typeof judge>,
    evidence: string,
    member: string,
  ): Promise<string> {
    const { pov, ethers } = protocol;
    for (let attempt = 0; attempt < 100; attempt++) {
      const found = await register(
        protocol,
        { contributors, upstream },
        { from, evidence: id(`${evidence}${attempt}`) },
      );
      await draw(protocol, found);
      const members = await panelOf(protocol, found);
      const position = members.findIndex(({ address }) => address === member);
      if (position < 0) continue;
      const commitment = await pov.commitmentOf(found, 1, ballotOf(member, 5));
      await pov.connect(await ethers.getSigner(member)).commit(found, position, commitment);
      return found;
    }
    throw new Error("A hundred panels of 7 out of 30, and never this judge.");
  }
});
