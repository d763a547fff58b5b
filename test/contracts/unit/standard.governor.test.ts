import { expect } from "chai";
import { AbiCoder, id, keccak256, MaxUint256, parseEther, toBeHex } from "ethers";
import { impersonate, nextAt, now } from "../../support/fixture.ts";
import {
  asPerson,
  assembled,
  decided,
  executed,
  giveVoice,
  hashed,
  LARGE,
  MIDDLE,
  NOBODY,
  openVote,
  type Proposal,
  ProposalState,
  proposalOf,
  propose,
  VoteType,
} from "../../support/governance.ts";
import type { Protocol } from "../../support/protocol.ts";

/** What IGovernor has of its own, so that its ERC-165 id is the exclusive or of these selectors. */
const OWN = [
  "name",
  "version",
  "COUNTING_MODE",
  "hashProposal",
  "getProposalId",
  "state",
  "proposalThreshold",
  "proposalSnapshot",
  "proposalDeadline",
  "proposalProposer",
  "proposalEta",
  "proposalNeedsQueuing",
  "votingDelay",
  "votingPeriod",
  "quorum",
  "getVotes",
  "getVotesWithParams",
  "hasVoted",
  "propose",
  "queue",
  "execute",
  "cancel",
  "castVote",
  "castVoteWithReason",
  "castVoteWithReasonAndParams",
  "castVoteBySig",
  "castVoteWithReasonAndParamsBySig",
] as const;
const ERC165 = "0x01ffc9a7";
const ERC1155_RECEIVER = "0x4e2312e0";
const ERC721 = "0x80ac58cd";

/**
 * AzoraGovernor against what IGovernor and its extensions say of each function; each test names the function. What is Azora's
 * own, and the way from a proposal to its execution, is in azoraGovernor.test.ts and azoraGovernor.execute.test.ts.
 */
describe("IGovernor: AzoraGovernor", () => {
  let protocol: Protocol;
  let proposal: Proposal;
  beforeEach(async () => {
    ({ protocol, proposal } = await assembled());
  });

  const as = (index: number) => asPerson(protocol, index);
  /** Raises an account's units to a number of wei. */
  async function raise(index: number, units: bigint): Promise<void> {
    const { voice, rewards, person } = protocol;
    await voice.connect(await impersonate(protocol, await rewards.getAddress())).sync(person(index), units);
  }
  const stateOf = (proposalId: bigint) => protocol.governor.state(proposalId);
  /** A proposal whose vote is open. */
  async function opened(): Promise<bigint> {
    const proposalId = await propose(as(LARGE), proposal);
    await openVote(protocol, proposalId);
    return proposalId;
  }

  it("supportsInterface: says what it has, and nothing else", async () => {
    const { governor } = protocol;
    const idOf = (names: readonly (typeof OWN)[number][]) => {
      const selectors = names.map((name) => BigInt(governor.interface.getFunction(name).selector));
      return toBeHex(
        selectors.reduce((all, selector) => all ^ selector, 0n),
        4,
      );
    };
    // As it was before `getProposalId` came to it, too.
    const older = OWN.filter((name) => name !== "getProposalId");
    for (const known of [idOf(OWN), idOf(older), ERC165, ERC1155_RECEIVER])
      expect(await governor.supportsInterface(known), known).to.equal(true);
    for (const other of ["0xffffffff", ERC721])
      expect(await governor.supportsInterface(other), other).to.equal(false);
  });

  describe("hashProposal, getProposalId", () => {
    it("are the hash of the calls and of the description's hash", async () => {
      const { governor } = protocol;
      const { targets, values, calldatas, description } = proposal;
      const encoded = AbiCoder.defaultAbiCoder().encode(
        ["address[]", "uint256[]", "bytes[]", "bytes32"],
        [targets, values, calldatas, id(description)],
      );
      expect(await governor.hashProposal(...hashed(proposal))).to.equal(BigInt(keccak256(encoded)));
      expect(await governor.getProposalId(...hashed(proposal))).to.equal(BigInt(keccak256(encoded)));
    });

    it("tell proposals apart that differ in anything", async () => {
      const { governor, person } = protocol;
      const others: Proposal[] = [
        proposal,
        { ...proposal, targets: [person(5).address] },
        { ...proposal, values: [1n] },
        { ...proposal, calldatas: ["0x"] },
        { ...proposal, description: "another change" },
      ];
      const ids = await Promise.all(others.map((each) => governor.hashProposal(...hashed(each))));
      expect(new Set(ids).size).to.equal(others.length);
    });
  });

  describe("state", () => {
    it("is pending to the snapshot's second, active to the deadline's, and decided in the next", async () => {
      const { governor, connection } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      const snapshot = await governor.proposalSnapshot(proposalId);
      const deadline = await governor.proposalDeadline(proposalId);
      for (const [second, state] of [
        [snapshot, ProposalState.Pending],
        [snapshot + 1n, ProposalState.Active],
        [deadline, ProposalState.Active],
        [deadline + 1n, ProposalState.Defeated],
      ] as const) {
        await connection.networkHelpers.time.increaseTo(second);
        expect(await stateOf(proposalId)).to.equal(state);
      }
    });

    it("never expires, however long a proposal waits in the queue", async () => {
      const { connection } = protocol;
      const proposalId = await decided(protocol, [[LARGE, VoteType.For]], proposal);
      await connection.networkHelpers.time.increase(10n * 365n * 86_400n);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Succeeded);
      await as(NOBODY).queue(...hashed(proposal));
      await connection.networkHelpers.time.increase(10n * 365n * 86_400n);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Queued);
      await as(NOBODY).execute(...hashed(proposal));
      expect(await stateOf(proposalId)).to.equal(ProposalState.Executed);
    });

    it("is defeated where as many are against as for, and succeeds with one unit more", async () => {
      const { person } = protocol;
      await giveVoice(protocol, person(MIDDLE).address, 600_000);
      const sides: [number, number][] = [
        [LARGE, VoteType.For],
        [MIDDLE, VoteType.Against],
      ];
      expect(await stateOf(await decided(protocol, sides, proposal))).to.equal(ProposalState.Defeated);
      await raise(LARGE, parseEther("600000") + 1n);
      const again = { ...proposal, description: "the same change, once more" };
      expect(await stateOf(await decided(protocol, sides, again))).to.equal(ProposalState.Succeeded);
    });
  });

  describe("getVotes, getVotesWithParams, quorum", () => {
    it("are those of Voice at a second of the past, whatever the parameters", async () => {
      const { governor, voice, person, connection } = protocol;
      const at = await now(protocol);
      await connection.networkHelpers.mine();
      for (const index of [LARGE, NOBODY]) {
        const expected = await voice.getPastVotes(person(index), at);
        expect(await governor.getVotes(person(index), at)).to.equal(expected);
        expect(await governor.getVotesWithParams(person(index), at, "0x1234")).to.equal(expected);
      }
    });

    it("are unknown for the present second and for those to come", async () => {
      const { governor, voice, person } = protocol;
      const present = await now(protocol);
      for (const at of [present, MaxUint256]) {
        for (const ask of [() => governor.getVotes(person(LARGE), at), () => governor.quorum(at)])
          await expect(ask())
            .to.be.revertedWithCustomError(voice, "ERC5805FutureLookup")
            .withArgs(at, present);
      }
    });

    it("quorum is reached with exactly its votes, and not with one unit less", async () => {
      const { governor } = protocol;
      // The others have nine times as much, and the quorum is a tenth of all, rounded down.
      await raise(LARGE, parseEther("685000"));
      const part = parseEther("110000");
      for (const [units, state] of [
        [part - 2n, ProposalState.Defeated],
        [part - 1n, ProposalState.Succeeded],
      ] as const) {
        await raise(NOBODY, units);
        const again = { ...proposal, description: `voted for with ${units}` };
        const proposalId = await decided(protocol, [[NOBODY, VoteType.For]], again);
        expect(await governor.quorum(await governor.proposalSnapshot(proposalId))).to.equal(part - 1n);
        expect(await stateOf(proposalId)).to.equal(state);
      }
    });
  });

  describe("votingDelay, votingPeriod", () => {
    it("count for proposals that are made after a change, and for no others", async () => {
      const { governor } = protocol;
      const before = await propose(as(LARGE), proposal);
      const deadline = await governor.proposalDeadline(before);
      const period = (await governor.votingPeriod()) * 2n;
      const data = governor.interface.encodeFunctionData("setVotingPeriod", [period]);
      await executed(protocol, proposalOf(await governor.getAddress(), data, "a longer vote"));
      expect(await governor.proposalDeadline(before)).to.equal(deadline);
      const after = await propose(as(LARGE), { ...proposal, description: "after it" });
      const length = (await governor.proposalDeadline(after)) - (await governor.proposalSnapshot(after));
      expect(length).to.equal(period);
    });
  });

  describe("castVote and its kin", () => {
    it("gives back the weight, and tells of the vote with its reason", async () => {
      const proposalId = await opened();
      const weight = await as(LARGE).castVote.staticCall(proposalId, VoteType.For);
      expect(weight).to.equal(parseEther("600000"));
      await expect(as(LARGE).castVote(proposalId, VoteType.For))
        .to.emit(protocol.governor, "VoteCast")
        .withArgs(protocol.person(LARGE), proposalId, VoteType.For, weight, "");
    });

    it("tells of parameters where there are some, and counts as without", async () => {
      const { governor, person } = protocol;
      const proposalId = await opened();
      await expect(as(MIDDLE).castVoteWithReasonAndParams(proposalId, VoteType.Against, "why", "0x12"))
        .to.emit(governor, "VoteCastWithParams")
        .withArgs(person(MIDDLE), proposalId, VoteType.Against, parseEther("300000"), "why", "0x12");
      await expect(as(LARGE).castVoteWithReasonAndParams(proposalId, VoteType.For, "why", "0x"))
        .to.emit(governor, "VoteCast")
        .withArgs(person(LARGE), proposalId, VoteType.For, parseEther("600000"), "why");
      const [against, inFavour] = await governor.proposalVotes(proposalId);
      expect([against, inFavour]).to.deep.equal([parseEther("300000"), parseEther("600000")]);
    });

    it("takes the vote of who has no Voice, and counts nothing for it, once", async () => {
      const { governor, person } = protocol;
      const proposalId = await opened();
      await expect(as(NOBODY).castVote(proposalId, VoteType.For))
        .to.emit(governor, "VoteCast")
        .withArgs(person(NOBODY), proposalId, VoteType.For, 0n, "");
      expect(await governor.hasVoted(proposalId, person(NOBODY))).to.equal(true);
      await expect(as(NOBODY).castVote(proposalId, VoteType.For))
        .to.be.revertedWithCustomError(governor, "GovernorAlreadyCastVote")
        .withArgs(person(NOBODY));
    });

    it("counts what was delegated before the snapshot for the delegate, and what was after it for the giver", async () => {
      const { governor, voice, person } = protocol;
      await voice.connect(person(MIDDLE)).delegate(person(NOBODY));
      const proposalId = await opened();
      await voice.connect(person(LARGE)).delegate(person(NOBODY));
      for (const index of [NOBODY, MIDDLE, LARGE]) await as(index).castVote(proposalId, VoteType.For);
      const [, inFavour] = await governor.proposalVotes(proposalId);
      expect(inFavour).to.equal(parseEther("900000"));
    });

    it("knows no proposal that was never made", async () => {
      const proposalId = await protocol.governor.hashProposal(...hashed(proposal));
      await expect(as(LARGE).castVote(proposalId, VoteType.For))
        .to.be.revertedWithCustomError(protocol.governor, "GovernorNonexistentProposal")
        .withArgs(proposalId);
    });
  });

  describe("proposalDeadline, with a quorum that comes late", () => {
    it("stays where the quorum comes as early as the extension before it, and moves a second later", async () => {
      const { governor } = protocol;
      const extension = await governor.lateQuorumVoteExtension();
      for (const [late, moved] of [
        [0n, 0n],
        [1n, 1n],
      ] as const) {
        const again = { ...proposal, description: `late by ${late}` };
        const proposalId = await propose(as(LARGE), again);
        const deadline = await governor.proposalDeadline(proposalId);
        await nextAt(protocol, deadline - extension + late);
        await as(LARGE).castVote(proposalId, VoteType.For);
        expect(await governor.proposalDeadline(proposalId)).to.equal(deadline + moved);
      }
    });
  });

  describe("queue, execute", () => {
    it("make several calls in their order, or none", async () => {
      const { governor, timelock, person, ethers } = protocol;
      const [one, two] = [person(20).address, person(21).address];
      const many = {
        targets: [one, two],
        values: [1n, 2n],
        calldatas: ["0x", "0x"],
        description: "two payments",
      };
      const proposalId = await decided(protocol, [[LARGE, VoteType.For]], many);
      await as(NOBODY).queue(...hashed(many));
      await protocol.connection.networkHelpers.time.increaseTo(await governor.proposalEta(proposalId));
      // Too little for the second: then the first is not made either.
      await expect(as(NOBODY).execute(...hashed(many), { value: 2n })).to.revert(ethers);
      await expect(as(NOBODY).execute(...hashed(many), { value: 3n })).to.changeEtherBalances(
        ethers,
        [one, two, timelock],
        [1n, 2n, 0n],
      );
      expect(await stateOf(proposalId)).to.equal(ProposalState.Executed);
    });

    it("know a proposal by all of it: no other calls under its votes", async () => {
      const { governor } = protocol;
      await decided(protocol, [[LARGE, VoteType.For]], proposal);
      const other = { ...proposal, values: [1n] };
      const otherId = await governor.hashProposal(...hashed(other));
      await expect(as(LARGE).queue(...hashed(other)))
        .to.be.revertedWithCustomError(governor, "GovernorNonexistentProposal")
        .withArgs(otherId);
    });
  });

  describe("cancel", () => {
    it("is for good: neither voted on, nor queued, nor proposed again", async () => {
      const { governor } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      await as(LARGE).cancel(...hashed(proposal));
      await openVote(protocol, proposalId);
      const { targets, values, calldatas, description } = proposal;
      for (const [attempt, expected] of [
        [() => as(LARGE).castVote(proposalId, VoteType.For), [ProposalState.Active]],
        [() => as(LARGE).queue(...hashed(proposal)), [ProposalState.Succeeded]],
        [() => as(LARGE).propose(targets, values, calldatas, description), []],
      ] as const) {
        const bitmap = expected.reduce((sum, state) => sum | (1n << state), 0n);
        await expect(attempt())
          .to.be.revertedWithCustomError(governor, "GovernorUnexpectedProposalState")
          .withArgs(proposalId, ProposalState.Canceled, toBeHex(bitmap, 32));
      }
      await expect(as(LARGE).cancel(...hashed(proposal))).to.be.revertedWithCustomError(
        governor,
        "GovernorUnableToCancel",
      );
    });

    it("is still possible in the second of the snapshot, and not in the next", async () => {
      const { governor } = protocol;
      const first = await propose(as(LARGE), proposal);
      await nextAt(protocol, await governor.proposalSnapshot(first));
      await expect(as(LARGE).cancel(...hashed(proposal)))
        .to.emit(governor, "ProposalCanceled")
        .withArgs(first);
      const again = { ...proposal, description: "once more" };
      const second = await propose(as(LARGE), again);
      await nextAt(protocol, (await governor.proposalSnapshot(second)) + 1n);
      await expect(as(LARGE).cancel(...hashed(again))).to.be.revertedWithCustomError(
        governor,
        "GovernorUnableToCancel",
      );
    });
  });
});
