import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { Interface, id, toBeHex } from "ethers";
import { impersonate, nextAt, now } from "../../support/fixture.ts";
import {
  asPerson,
  assembled,
  closeVote,
  decided,
  executed,
  hashed,
  LARGE,
  MIDDLE,
  NOBODY,
  openVote,
  operationOf,
  type Proposal,
  ProposalState,
  proposalOf,
  propose,
  VoteType,
} from "../../support/governance.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import type { Protocol } from "../../support/protocol.ts";
import { ruleOf } from "../../support/timelock.ts";

// What OpenZeppelin's IGovernor says of each function, and what is Azora's own beside it.

describe("AzoraGovernor: what passed", () => {
  let protocol: Protocol;
  let proposal: Proposal;
  beforeEach(async () => {
    ({ protocol, proposal } = await assembled());
  });

  const as = (index: number) => asPerson(protocol, index);
  const stateOf = (proposalId: bigint) => protocol.governor.state(proposalId);

  /** A proposal that the governor calls itself. */
  async function ofItself(data: string): Promise<Proposal> {
    return proposalOf(await protocol.governor.getAddress(), data);
  }

  describe("queue and execute", () => {
    it("queues what passed in the timelock, for anybody, with a record", async () => {
      const { governor, timelock, person } = protocol;
      const proposalId = await decided(protocol, [[LARGE, VoteType.For]], proposal);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Succeeded);
      const at = (await now(protocol)) + 10n;
      await nextAt(protocol, at);
      const transaction = await as(NOBODY).queue(...hashed(proposal));
      const eta = at + (await timelock.getMinDelay());
      await expect(transaction).to.emit(governor, "ProposalQueued").withArgs(proposalId, eta);
      const operation = await operationOf(protocol, proposal);
      await expectLeaf(protocol, transaction, {
        kind: "ProposalQueued",
        emitter: governor,
        subject: toBeHex(proposalId, 32),
        actor: person(NOBODY).address,
        dataHash: hashOf(["bytes32", operation], ["uint256", eta]),
      });
      expect(await governor.proposalEta(proposalId)).to.equal(eta);
      expect(await timelock.isOperationPending(operation)).to.equal(true);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Queued);
    });

    it("AZ-12: executes after the delay, not a second before: the rule has changed, and both are on record", async () => {
      const { governor, timelock, constitution, ledger, person, connection } = protocol;
      const proposalId = await decided(protocol, [[LARGE, VoteType.For]], proposal);
      await as(NOBODY).queue(...hashed(proposal));
      const eta = await governor.proposalEta(proposalId);
      await nextAt(protocol, eta - 1n);
      await expect(as(NOBODY).execute(...hashed(proposal))).to.be.revertedWithCustomError(
        timelock,
        "TimelockUnexpectedOperationState",
      );
      await connection.networkHelpers.time.increaseTo(eta);
      const transaction = await as(NOBODY).execute(...hashed(proposal));
      await expect(transaction).to.emit(governor, "ProposalExecuted").withArgs(proposalId);
      await expect(transaction).to.emit(constitution, "Amended");
      const appended = await ledger.queryFilter(ledger.filters.Appended, transaction.blockNumber ?? 0);
      const [amended, executedLeaf] = appended.map(({ args }) => args);
      expect(amended?.subject).to.equal(toBeHex(Rule.Load, 32));
      expect(executedLeaf?.subject).to.equal(toBeHex(proposalId, 32));
      expect(executedLeaf?.emitter).to.equal(await governor.getAddress());
      expect(executedLeaf?.actor).to.equal(person(NOBODY).address);
      expect(executedLeaf?.dataHash).to.equal(hashOf(["bytes32", await operationOf(protocol, proposal)]));
      expect(await ruleOf(protocol, Rule.Load, 2)).to.equal(30n);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Executed);
    });

    it("refuses each step before its time, and a second time", async () => {
      const { governor } = protocol;
      const refused = async (step: Promise<unknown>, state: bigint) =>
        expect(step)
          .to.be.revertedWithCustomError(governor, "GovernorUnexpectedProposalState")
          .withArgs(proposalId, state, (bitmap: string) => bitmap.length === 66);
      const proposalId = await propose(as(LARGE), proposal);
      await refused(as(LARGE).queue(...hashed(proposal)), ProposalState.Pending);
      await openVote(protocol, proposalId);
      await refused(as(LARGE).queue(...hashed(proposal)), ProposalState.Active);
      await as(LARGE).castVote(proposalId, VoteType.For);
      await closeVote(protocol, proposalId);
      await refused(as(LARGE).execute(...hashed(proposal)), ProposalState.Succeeded);
      await as(LARGE).queue(...hashed(proposal));
      await refused(as(LARGE).queue(...hashed(proposal)), ProposalState.Queued);
      await protocol.connection.networkHelpers.time.increaseTo(await governor.proposalEta(proposalId));
      await as(LARGE).execute(...hashed(proposal));
      await refused(as(LARGE).execute(...hashed(proposal)), ProposalState.Executed);
      await refused(as(LARGE).castVote(proposalId, VoteType.For), ProposalState.Executed);
    });

    it("neither queues nor executes what was defeated", async () => {
      const { governor } = protocol;
      const proposalId = await decided(
        protocol,
        [
          [LARGE, VoteType.Against],
          [MIDDLE, VoteType.For],
        ],
        proposal,
      );
      expect(await stateOf(proposalId)).to.equal(ProposalState.Defeated);
      for (const step of ["queue", "execute"] as const) {
        await expect(as(LARGE)[step](...hashed(proposal))).to.be.revertedWithCustomError(
          governor,
          "GovernorUnexpectedProposalState",
        );
      }
    });

    it("knows nothing of a proposal that was never made", async () => {
      const { governor } = protocol;
      const proposalId = await governor.hashProposal(...hashed(proposal));
      await expect(governor.state(proposalId))
        .to.be.revertedWithCustomError(governor, "GovernorNonexistentProposal")
        .withArgs(proposalId);
      await expect(as(LARGE).queue(...hashed(proposal)))
        .to.be.revertedWithCustomError(governor, "GovernorNonexistentProposal")
        .withArgs(proposalId);
    });

    it("passes on why a call was refused, and stays queued", async () => {
      const { constitution, governor } = protocol;
      const data = constitution.interface.encodeFunctionData("amend", [Rule.PanelLimit, 4, id("why")]);
      const bad = proposalOf(await constitution.getAddress(), data);
      const proposalId = await decided(protocol, [[LARGE, VoteType.For]], bad);
      await as(LARGE).queue(...hashed(bad));
      await protocol.connection.networkHelpers.time.increaseTo(await governor.proposalEta(proposalId));
      await expect(as(LARGE).execute(...hashed(bad)))
        .to.be.revertedWithCustomError(constitution, "Constitution_EvenPanel")
        .withArgs(4);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Queued);
    });
  });

  describe("cancel", () => {
    it("is for the proposer, before the vote begins", async () => {
      const { governor, person } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      await expect(as(MIDDLE).cancel(...hashed(proposal)))
        .to.be.revertedWithCustomError(governor, "GovernorUnableToCancel")
        .withArgs(proposalId, person(MIDDLE).address);
      await expect(as(LARGE).cancel(...hashed(proposal)))
        .to.emit(governor, "ProposalCanceled")
        .withArgs(proposalId);
      expect(await stateOf(proposalId)).to.equal(ProposalState.Canceled);
      await openVote(protocol, proposalId);
      await expect(as(LARGE).castVote(proposalId, VoteType.For)).to.be.revertedWithCustomError(
        governor,
        "GovernorUnexpectedProposalState",
      );
    });

    it("is over once the vote has begun", async () => {
      const { governor, person } = protocol;
      const proposalId = await propose(as(LARGE), proposal);
      await openVote(protocol, proposalId);
      await expect(as(LARGE).cancel(...hashed(proposal)))
        .to.be.revertedWithCustomError(governor, "GovernorUnableToCancel")
        .withArgs(proposalId, person(LARGE).address);
    });
  });

  it("sees a proposal that was canceled in the timelock itself, as practice accounts of a local chain can", async () => {
    const { governor, timelock, proposer } = protocol;
    const proposalId = await decided(protocol, [[LARGE, VoteType.For]], proposal);
    await as(LARGE).queue(...hashed(proposal));
    await timelock.connect(proposer).cancel(await operationOf(protocol, proposal));
    expect(await governor.state(proposalId)).to.equal(ProposalState.Canceled);
  });

  describe("its own settings", () => {
    const SETTERS = [
      ["setVotingDelay", "votingDelay", "votingDelay"],
      ["setVotingPeriod", "votingPeriod", "votingPeriod"],
      ["setProposalThreshold", "proposalThreshold", "proposalThreshold"],
      ["setLateQuorumVoteExtension", "lateQuorumVoteExtension", "lateQuorumExtension"],
    ] as const;

    // An extension longer than the vote itself is refused by another rule.
    for (const [setter, getter, parameter] of SETTERS.slice(0, 3))
      it(`${setter} goes up to four times what it was at first`, async () => {
        const { governor, parameters } = protocol;
        const unit = parameter === "proposalThreshold" ? 10n ** 12n : 1n;
        const most = BigInt(parameters.governor[parameter].value) * unit * 4n;
        const data = Interface.from(governor.interface.fragments).encodeFunctionData(setter, [most]);
        await executed(protocol, await ofItself(data));
        expect(await governor[getter]()).to.equal(most);
      });

    for (const [setter, getter, parameter] of SETTERS) {
      it(`${setter} is changed by a vote, by a factor of four at most`, async () => {
        const { governor, parameters } = protocol;
        const unit = parameter === "proposalThreshold" ? 10n ** 12n : 1n;
        const first = BigInt(parameters.governor[parameter].value) * unit;
        const encode = (value: bigint) =>
          Interface.from(governor.interface.fragments).encodeFunctionData(setter, [value]);
        const [least, most] = [first / 4n, first * 4n];
        for (const value of [least - 1n, most + 1n]) {
          await expect(executed(protocol, await ofItself(encode(value))))
            .to.be.revertedWithCustomError(governor, "AzoraGovernor_SettingOutOfBounds")
            .withArgs(value, least, most);
        }
        await executed(protocol, await ofItself(encode(least)));
        expect(await governor[getter]()).to.equal(least);
      });

      it(`AZ-14: ${setter} is for the timelock alone, and only in the course of a proposal`, async () => {
        const { governor, timelock, person, deployer, proposer } = protocol;
        const first = BigInt(protocol.parameters.governor[parameter].value);
        const value = parameter === "proposalThreshold" ? first * 10n ** 12n : first;
        const data = Interface.from(governor.interface.fragments).encodeFunctionData(setter, [value]);
        for (const caller of [person(LARGE), deployer, proposer]) {
          await expect(caller.sendTransaction({ to: governor, data }))
            .to.be.revertedWithCustomError(governor, "GovernorOnlyExecutor")
            .withArgs(caller.address);
        }
        const outside = await impersonate(protocol, await timelock.getAddress());
        await expect(outside.sendTransaction({ to: governor, data })).to.revert(protocol.ethers);
      });
    }

    it("cannot extend a vote by more than its period", async () => {
      const { governor, parameters } = protocol;
      const period = BigInt(parameters.governor.votingPeriod.value);
      const data = governor.interface.encodeFunctionData("setLateQuorumVoteExtension", [period + 1n]);
      await expect(executed(protocol, await ofItself(data)))
        .to.be.revertedWithCustomError(governor, "GovernorPreventLateQuorumVoteExtensionTooLarge")
        .withArgs(period + 1n, period);
    });

    it("cannot be led away from its timelock", async () => {
      const { governor, person } = protocol;
      const data = governor.interface.encodeFunctionData("updateTimelock", [person(0).address]);
      await expect(executed(protocol, await ofItself(data))).to.be.revertedWithCustomError(
        governor,
        "AzoraGovernor_TimelockIsFixed",
      );
    });
  });
});
