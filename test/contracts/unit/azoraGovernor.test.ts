import { Role } from "@azora/sdk";
import { expect } from "chai";
import { parseEther, toBeHex } from "ethers";
import { initCode } from "../../../deploy/initCode.ts";
import { nextAt, now } from "../../support/fixture.ts";
import {
  asPerson,
  assembled,
  decided,
  giveVoice,
  hashed,
  LARGE,
  MIDDLE,
  NOBODY,
  openVote,
  type Proposal,
  ProposalState,
  propose,
  SMALL,
  VoteType,
} from "../../support/governance.ts";
import type { Protocol } from "../../support/protocol.ts";

// What OpenZeppelin's IGovernor says of each function, and what is Azora's own beside it.

describe("AzoraGovernor: proposals and votes", () => {
  let protocol: Protocol;
  let proposal: Proposal;
  beforeEach(async () => {
    ({ protocol, proposal } = await assembled());
  });

  const as = (index: number) => asPerson(protocol, index);
  const stateOf = (proposalId: bigint) => protocol.governor.state(proposalId);

  describe("deployment", () => {
    it("has the settings of the parameters, and Voice and the timelock of its Genesis", async () => {
      const { governor, parameters, voice, timelock } = protocol;
      const { votingDelay, votingPeriod, lateQuorumExtension, proposalThreshold, quorumPpm, quorumFloor } =
        parameters.governor;
      expect(await governor.name()).to.equal("AzoraGovernor");
      expect(await governor.version()).to.equal("1");
      expect(await governor.token()).to.equal(await voice.getAddress());
      expect(await governor.timelock()).to.equal(await timelock.getAddress());
      expect(await governor.CLOCK_MODE()).to.equal("mode=timestamp");
      expect(await governor.clock()).to.equal(await now(protocol));
      expect(await governor.COUNTING_MODE()).to.equal("support=bravo&quorum=for,abstain");
      expect(await governor.votingDelay()).to.equal(BigInt(votingDelay.value));
      expect(await governor.votingPeriod()).to.equal(BigInt(votingPeriod.value));
      expect(await governor.lateQuorumVoteExtension()).to.equal(BigInt(lateQuorumExtension.value));
      expect(await governor.proposalThreshold()).to.equal(BigInt(proposalThreshold.value) * 10n ** 12n);
      expect(await governor.QUORUM_PPM()).to.equal(BigInt(quorumPpm.value));
      expect(await governor.QUORUM_FLOOR()).to.equal(BigInt(quorumFloor.value) * 10n ** 12n);
    });

    it("leaves the deployer nothing: the governor alone proposes, and the timelock alone gives out roles", async () => {
      const { timelock, governor, deployer, person } = protocol;
      const roles = {
        propose: await timelock.PROPOSER_ROLE(),
        cancel: await timelock.CANCELLER_ROLE(),
        execute: await timelock.EXECUTOR_ROLE(),
        administer: await timelock.DEFAULT_ADMIN_ROLE(),
      };
      for (const role of [roles.propose, roles.cancel, roles.execute]) {
        expect(await timelock.hasRole(role, governor)).to.equal(true);
        expect(await timelock.hasRole(role, deployer)).to.equal(false);
        expect(await timelock.hasRole(role, person(0))).to.equal(false);
      }
      expect(await timelock.hasRole(roles.administer, governor)).to.equal(false);
      expect(await timelock.hasRole(roles.administer, deployer)).to.equal(false);
      expect(await timelock.hasRole(roles.administer, timelock)).to.equal(true);
    });

    for (const [what, quorumPpm, floor] of [
      ["no quorum", 0, 0n],
      ["a quorum of more than half", 500_001, 0n],
      ["a floor above four epochs' budgets", 1, parseEther("4000000") + 1n],
    ] as const) {
      it(`refuses ${what}`, async () => {
        const { genesis, create } = await deployment(quorumPpm, floor);
        const reason = protocol.governor.interface.encodeErrorResult("AzoraGovernor_InvalidQuorum", [
          quorumPpm,
          floor,
        ]);
        await expect(create())
          .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
          .withArgs(Role.AuditLedger, reason);
      });
    }

    it("takes a quorum of half, and a floor of four epochs' budgets", async () => {
      const { genesis, create } = await deployment(500_000, parseEther("4000000"));
      await expect(create()).to.emit(genesis, "Created");
    });

    async function deployment(quorumPpm: number, quorumFloor: bigint) {
      const { ethers, deployer } = protocol;
      const genesis = await (await ethers.getContractFactory("Genesis")).deploy(deployer);
      const windows = { votingDelay: 1, votingPeriod: 1, lateQuorumExtension: 1 };
      const start = { ...windows, quorumPpm, proposalThreshold: 0, quorumFloor };
      return {
        genesis,
        create: async () => genesis.create(Role.AuditLedger, initCode("AzoraGovernor", [start])),
      };
    }

    it("takes no ETH for itself", async () => {
      const { governor, person } = protocol;
      await expect(person(0).sendTransaction({ to: governor, value: 1n })).to.be.revertedWithCustomError(
        governor,
        "GovernorDisabledDeposit",
      );
    });
  });

  describe("propose", () => {
    it("starts a vote after the delay, over the period, and tells everything about it", async () => {
      const { governor, parameters, person } = protocol;
      const { targets, values, calldatas, description } = proposal;
      const at = (await now(protocol)) + 100n;
      await nextAt(protocol, at);
      const snapshot = at + BigInt(parameters.governor.votingDelay.value);
      const deadline = snapshot + BigInt(parameters.governor.votingPeriod.value);
      const proposalId = await governor.hashProposal(...hashed(proposal));
      await expect(as(LARGE).propose(targets, values, calldatas, description))
        .to.emit(governor, "ProposalCreated")
        .withArgs(
          proposalId,
          person(LARGE).address,
          targets,
          values,
          [""],
          calldatas,
          snapshot,
          deadline,
          description,
        );
      expect(await governor.proposalSnapshot(proposalId)).to.equal(snapshot);
      expect(await governor.proposalDeadline(proposalId)).to.equal(deadline);
      expect(await governor.proposalProposer(proposalId)).to.equal(person(LARGE).address);
      expect(await governor.proposalNeedsQueuing(proposalId)).to.equal(true);
      expect(await governor.proposalEta(proposalId)).to.equal(0n);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Pending);
    });

    it("needs the threshold's Voice, as of the second before", async () => {
      const { governor, person } = protocol;
      const { targets, values, calldatas, description } = proposal;
      const threshold = await governor.proposalThreshold();
      await expect(as(NOBODY).propose(targets, values, calldatas, description))
        .to.be.revertedWithCustomError(governor, "GovernorInsufficientProposerVotes")
        .withArgs(person(NOBODY).address, 0n, threshold);
      await giveVoice(protocol, person(NOBODY).address, Number(threshold / 10n ** 18n));
      await as(NOBODY).propose(targets, values, calldatas, description);
    });

    it("refuses a proposal that was made already, and one whose lists differ in length or are empty", async () => {
      const { governor } = protocol;
      const { targets, values, calldatas, description } = proposal;
      const proposalId = await propose(as(LARGE), proposal);
      await expect(as(LARGE).propose(targets, values, calldatas, description))
        .to.be.revertedWithCustomError(governor, "GovernorUnexpectedProposalState")
        .withArgs(proposalId, ProposalState.Pending, toBeHex(0, 32));
      await expect(as(LARGE).propose(targets, [], calldatas, description))
        .to.be.revertedWithCustomError(governor, "GovernorInvalidProposalLength")
        .withArgs(1, 1, 0);
      await expect(as(LARGE).propose([], [], [], description))
        .to.be.revertedWithCustomError(governor, "GovernorInvalidProposalLength")
        .withArgs(0, 0, 0);
    });

    it("can be kept for one proposer by its description, so that nobody can propose it first and cancel it", async () => {
      const { governor, person } = protocol;
      const { targets, values, calldatas } = proposal;
      const description = `a change#proposer=${person(LARGE).address}`;
      await expect(as(MIDDLE).propose(targets, values, calldatas, description))
        .to.be.revertedWithCustomError(governor, "GovernorRestrictedProposer")
        .withArgs(person(MIDDLE).address);
      await as(LARGE).propose(targets, values, calldatas, description);
    });
  });

  describe("vote", () => {
    it("counts Voice as of the snapshot, for, against and abstaining, each account once", async () => {
      const { governor, person } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      await openVote(protocol, proposalId);
      // What comes after the snapshot counts for nothing here.
      await giveVoice(protocol, person(SMALL).address, 900_000);
      await expect(as(LARGE).castVoteWithReason(proposalId, VoteType.For, "because"))
        .to.emit(governor, "VoteCast")
        .withArgs(person(LARGE).address, proposalId, VoteType.For, parseEther("600000"), "because");
      await as(MIDDLE).castVote(proposalId, VoteType.Against);
      await as(SMALL).castVote(proposalId, VoteType.Abstain);
      expect(await governor.proposalVotes(proposalId)).to.deep.equal([
        parseEther("300000"),
        parseEther("600000"),
        parseEther("5000"),
      ]);
      expect(await governor.hasVoted(proposalId, person(LARGE))).to.equal(true);
      expect(await governor.hasVoted(proposalId, person(NOBODY))).to.equal(false);
      await expect(as(LARGE).castVote(proposalId, VoteType.Against))
        .to.be.revertedWithCustomError(governor, "GovernorAlreadyCastVote")
        .withArgs(person(LARGE).address);
    });

    it("is open from the second after the snapshot to the deadline's, and at no other", async () => {
      const { governor } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      const [snapshot, deadline] = [
        await governor.proposalSnapshot(proposalId),
        await governor.proposalDeadline(proposalId),
      ];
      await nextAt(protocol, snapshot);
      await expect(as(LARGE).castVote(proposalId, VoteType.For)).to.be.revertedWithCustomError(
        governor,
        "GovernorUnexpectedProposalState",
      );
      await nextAt(protocol, snapshot + 1n);
      await as(SMALL).castVote(proposalId, VoteType.For);
      await nextAt(protocol, deadline);
      await as(MIDDLE).castVote(proposalId, VoteType.Against);
      await nextAt(protocol, (await governor.proposalDeadline(proposalId)) + 1n);
      await expect(as(LARGE).castVote(proposalId, VoteType.For)).to.be.revertedWithCustomError(
        governor,
        "GovernorUnexpectedProposalState",
      );
    });

    it("knows for, against and abstain only", async () => {
      const { governor } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      await openVote(protocol, proposalId);
      await expect(as(LARGE).castVote(proposalId, 3)).to.be.revertedWithCustomError(
        governor,
        "GovernorInvalidVoteType",
      );
    });

    it("can be cast by signature, once", async () => {
      const { governor, person, ethers } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      await openVote(protocol, proposalId);
      const voter = person(MIDDLE);
      const domain = {
        name: "AzoraGovernor",
        version: "1",
        chainId: (await ethers.provider.getNetwork()).chainId,
        verifyingContract: await governor.getAddress(),
      };
      const types = {
        Ballot: [
          { name: "proposalId", type: "uint256" },
          { name: "support", type: "uint8" },
          { name: "voter", type: "address" },
          { name: "nonce", type: "uint256" },
        ],
      };
      const ballot = { proposalId, support: VoteType.For, voter: voter.address, nonce: 0n };
      const signature = await voter.signTypedData(domain, types, ballot);
      const cast = () => as(NOBODY).castVoteBySig(proposalId, VoteType.For, voter.address, signature);
      await expect(cast())
        .to.emit(governor, "VoteCast")
        .withArgs(voter.address, proposalId, VoteType.For, parseEther("300000"), "");
      await expect(cast())
        .to.be.revertedWithCustomError(governor, "GovernorInvalidSignature")
        .withArgs(voter.address);
    });

    it("goes on for the extension when its quorum comes late, so that nobody is overrun in the last second", async () => {
      const { governor, parameters } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      const deadline = await governor.proposalDeadline(proposalId);
      const later = deadline + BigInt(parameters.governor.lateQuorumExtension.value);
      await nextAt(protocol, deadline);
      await expect(as(LARGE).castVote(proposalId, VoteType.For))
        .to.emit(governor, "ProposalExtended")
        .withArgs(proposalId, later);
      expect(await governor.proposalDeadline(proposalId)).to.equal(later);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Active);
      // A second one after the quorum extends nothing.
      await nextAt(protocol, later);
      await as(MIDDLE).castVote(proposalId, VoteType.Against);
      expect(await governor.proposalDeadline(proposalId)).to.equal(later);
    });
  });

  describe("quorum", () => {
    it("is the larger of a part of all Voice and the floor", async () => {
      const { governor, parameters, voice, connection } = protocol;
      const at = await now(protocol);
      await connection.networkHelpers.mine();
      const total = await voice.getPastTotalSupply(at);
      expect(total).to.equal(parseEther("905000"));
      const part = (total * BigInt(parameters.governor.quorumPpm.value)) / 1_000_000n;
      const floor = BigInt(parameters.governor.quorumFloor.value) * 10n ** 12n;
      expect(await governor.quorum(at)).to.equal(part > floor ? part : floor);
      // Before anybody had Voice, the floor alone.
      expect(await governor.quorum(1n)).to.equal(floor);
    });

    it("is reached by votes for and abstentions, not by votes against", async () => {
      const proposalId = await decided(
        protocol,
        [
          [SMALL, VoteType.For],
          [LARGE, VoteType.Abstain],
        ],
        proposal,
      );
      expect(await stateOf(proposalId)).to.equal(ProposalState.Succeeded);
    });

    it("defeats a proposal that it is not reached for, though nobody is against", async () => {
      const proposalId = await decided(protocol, [[SMALL, VoteType.For]], proposal);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Defeated);
    });
  });
});
