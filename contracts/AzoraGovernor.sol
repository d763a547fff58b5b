// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {IAuditLedger} from "./interfaces/IAuditLedger.sol";
import {IAzoraGovernor, GovernorStart} from "./interfaces/IAzoraGovernor.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {Emission} from "./libraries/Emission.sol";
import {Flow} from "./libraries/Flow.sol";
import {LeafKind} from "./types/LeafKind.sol";

/// @title AzoraGovernor
/// @notice Roles: whoever has Voice proposes and votes; anyone queues and executes what passed. A proposer can cancel its
///         own proposal before its vote begins.
/// @dev Trust: a majority of the Voice that votes, above the quorum, can do whatever the timelock may: amend rules within
///      their bounds, appoint attestors and critics, spend within the fund's cap. It can mint nothing, and change no score
///      and no credit. Its own settings move by a factor of four at most, and its timelock never. Voice is what accounts
///      have earned, so it cannot be bought, borrowed or lent for a vote. Worst case: a captured vote, within those bounds,
///      after the timelock's delay. Liveness: needs the quorum's Voice; without it nothing changes, and nothing else waits.
contract AzoraGovernor is
    Governor,
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotes,
    GovernorPreventLateQuorum,
    GovernorTimelockControl,
    IAzoraGovernor
{
    /// @dev How far governance can move a setting from where it started, each way.
    uint256 private constant REACH = 4;
    uint256 private constant MAX_QUORUM_PPM = 500_000;
    /// @dev In epochs' budgets: a floor above what is realistically earned would end all governance.
    uint256 private constant MAX_FLOOR_EPOCHS = 4;

    /// @inheritdoc IAzoraGovernor
    uint256 public immutable QUORUM_PPM;

    /// @inheritdoc IAzoraGovernor
    uint256 public immutable QUORUM_FLOOR;

    IAuditLedger private immutable LEDGER;
    uint256 private immutable FIRST_DELAY;
    uint256 private immutable FIRST_PERIOD;
    uint256 private immutable FIRST_THRESHOLD;
    uint256 private immutable FIRST_EXTENSION;

    constructor(
        GovernorStart memory start
    )
        Governor("AzoraGovernor")
        GovernorSettings(start.votingDelay, start.votingPeriod, start.proposalThreshold)
        GovernorVotes(IVotes(IGenesis(msg.sender).addressOf(Role.Voice)))
        GovernorPreventLateQuorum(start.lateQuorumExtension)
        GovernorTimelockControl(TimelockController(payable(IGenesis(msg.sender).addressOf(Role.Timelock))))
    {
        (uint256 ppm, uint256 floor) = (start.quorumPpm, start.quorumFloor);
        if (ppm == 0 || ppm > MAX_QUORUM_PPM || floor > MAX_FLOOR_EPOCHS * Emission.budget(0))
            revert AzoraGovernor_InvalidQuorum(ppm, floor);
        LEDGER = IAuditLedger(IGenesis(msg.sender).addressOf(Role.AuditLedger));
        QUORUM_PPM = ppm;
        QUORUM_FLOOR = floor;
        emit QuorumSet(ppm, floor);
        FIRST_DELAY = start.votingDelay;
        FIRST_PERIOD = start.votingPeriod;
        FIRST_THRESHOLD = start.proposalThreshold;
        FIRST_EXTENSION = start.lateQuorumExtension;
    }

    /// @dev Appends a leaf after the event.
    function queue(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) public override returns (uint256 proposalId) {
        proposalId = super.queue(targets, values, calldatas, descriptionHash);
        bytes32 operationId = _operationId(targets, values, calldatas, descriptionHash);
        LEDGER.append(
            LeafKind.ProposalQueued,
            bytes32(proposalId),
            msg.sender,
            keccak256(abi.encode(operationId, proposalEta(proposalId)))
        );
    }

    /// @dev Appends a leaf after the event, and after those of the calls that were executed.
    function execute(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) public payable override returns (uint256 proposalId) {
        proposalId = super.execute(targets, values, calldatas, descriptionHash);
        bytes32 operationId = _operationId(targets, values, calldatas, descriptionHash);
        LEDGER.append(
            LeafKind.ProposalExecuted,
            bytes32(proposalId),
            msg.sender,
            keccak256(abi.encode(operationId))
        );
    }

    /// @dev Within {REACH} of the first value.
    function setVotingDelay(uint48 newVotingDelay) public override {
        _checkReach(newVotingDelay, FIRST_DELAY);
        super.setVotingDelay(newVotingDelay);
    }

    /// @dev Within {REACH} of the first value.
    function setVotingPeriod(uint32 newVotingPeriod) public override {
        _checkReach(newVotingPeriod, FIRST_PERIOD);
        super.setVotingPeriod(newVotingPeriod);
    }

    /// @dev Within {REACH} of the first value.
    function setProposalThreshold(uint256 newProposalThreshold) public override {
        _checkReach(newProposalThreshold, FIRST_THRESHOLD);
        super.setProposalThreshold(newProposalThreshold);
    }

    /// @dev Within {REACH} of the first value, and within the voting period.
    function setLateQuorumVoteExtension(uint48 newVoteExtension) public override {
        _checkReach(newVoteExtension, FIRST_EXTENSION);
        super.setLateQuorumVoteExtension(newVoteExtension);
    }

    /// @dev Every contract knows the timelock as an immutable: another one could do nothing.
    function updateTimelock(TimelockController) public pure override {
        revert AzoraGovernor_TimelockIsFixed();
    }

    /// @notice The larger of a part of all Voice at that time and the floor.
    function quorum(uint256 timepoint) public view override returns (uint256) {
        uint256 part = (token().getPastTotalSupply(timepoint) * QUORUM_PPM) / Flow.TOTAL;
        return part > QUORUM_FLOOR ? part : QUORUM_FLOOR;
    }

    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    function proposalDeadline(
        uint256 proposalId
    ) public view override(Governor, GovernorPreventLateQuorum) returns (uint256) {
        return super.proposalDeadline(proposalId);
    }

    function proposalNeedsQueuing(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.proposalNeedsQueuing(proposalId);
    }

    function state(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(proposalId);
    }

    function _tallyUpdated(uint256 proposalId) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(proposalId);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }

    /// @dev The timelock's id of a proposal, as {GovernorTimelockControl} schedules it.
    function _operationId(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) private view returns (bytes32) {
        bytes32 salt = bytes20(address(this)) ^ descriptionHash;
        return
            TimelockController(payable(timelock())).hashOperationBatch(targets, values, calldatas, 0, salt);
    }

    function _checkReach(uint256 value, uint256 first) private pure {
        (uint256 least, uint256 most) = (first / REACH, first * REACH);
        if (value < least || value > most) revert AzoraGovernor_SettingOutOfBounds(value, least, most);
    }
}
